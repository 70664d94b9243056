import type { SweepCurve, SweepReply } from '../../../workers/protocol.ts';
import { sweepCurves } from './sweepTexts.ts';

/** Pieces of one sweep as one; what is the same for all is the first's, which was checked. */
export function mergeSweep(pieces: readonly SweepReply[]): SweepReply | null {
  const [first] = pieces;
  if (first === undefined) return null;
  const joined = (curve: SweepCurve): readonly number[] => pieces.flatMap(({ errors }) => errors[curve]);
  const [oneSided, central, fourPoint] = sweepCurves.map(joined);
  return {
    ...first,
    steps: pieces.flatMap(({ steps }) => steps),
    errors: { oneSided: oneSided ?? [], central: central ?? [], fourPoint: fourPoint ?? [] },
  };
}
