import { useMemo } from 'react';
import type { Experiment } from '../../../engine/experiment/document.ts';
import type { LensSettings } from '../../../engine/experiment/lenses.ts';
import type { SweepReply, SweepRequest } from '../../../workers/protocol.ts';
import { problemOf, sameProblem } from '../../compute/problemOf.ts';
import { useKept } from '../useKept.ts';
import { useRuns } from '../useRuns.ts';
import { mergeSweep } from './mergeSweep.ts';
import { sweepPieces } from './sweepPieces.ts';

type Of = LensSettings['sweep']['of'];

export interface SweepState {
  readonly sweep: SweepReply | null;
  readonly busy: boolean;
  /** Calls answered and asked for, of a sweep that takes several. */
  readonly done: number;
  readonly of: number;
  readonly problem: string | null;
}

const requestOf = ({ direction, view }: Experiment, of: Of): SweepRequest['of'] =>
  of === 'product' ? { kind: 'product', direction } : { kind: 'entry', entry: view.entry ?? null };

const sameEntry = ({ view: a }: Experiment, { view: b }: Experiment): boolean =>
  a.entry?.[0] === b.entry?.[0] && a.entry?.[1] === b.entry?.[1];

const sameSweep = (a: Experiment, b: Experiment): boolean =>
  sameProblem(a, b) && a.direction === b.direction && sameEntry(a, b);

/** The sweep of the newest experiment, in as many calls as keep each short. */
export function useSweep(experiment: Experiment, of: Of): SweepState {
  const kept = useKept(experiment, sameSweep);
  const requests = useMemo(() => {
    const problem = problemOf(kept);
    return sweepPieces(problem).map((steps, piece) => ({
      problem,
      of: requestOf(kept, of),
      steps,
      check: piece === 0,
    }));
  }, [kept, of]);
  const { results, ...state } = useRuns('sweep', requests);
  const sweep = useMemo(() => mergeSweep(results ?? []), [results]);
  return { ...state, sweep };
}
