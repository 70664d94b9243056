import { activationOf } from '../../../engine/activations/index.ts';
import type { NetworkSpec } from '../../../engine/experiment/problem.ts';
import type { SweepReply } from '../../../workers/protocol.ts';
import type { sweepTexts } from './sweepTexts.ts';

type Of = keyof typeof sweepTexts;

/** Layers whose output has a kink, by name. */
export const kinksOf = ({ layers }: NetworkSpec): readonly string[] =>
  layers
    .filter(({ kind, activation }) => kind === 'max-pool' || activationOf(activation).note !== undefined)
    .map(({ name }) => name);

/** What has to be said beside the figure: what is zero, what has a kink, what could not be checked. */
export function sweepNotes(sweep: SweepReply, of: Of, network: NetworkSpec): readonly string[] {
  const { sizes, ownError, length } = sweep;
  const notes: string[] = [];
  if (of === 'product' && length === 0) {
    return ['v is zero: the gradient vanishes here. Choose another direction under Direction v.'];
  }
  if (of === 'entry' && sizes.central === 0) {
    notes.push(
      'This entry is 0: errors are shown as they are, relative to nothing, and steps without any error are left out.',
    );
  }
  if (of === 'product' && sizes.central === 0) {
    notes.push(
      'Hv is 0 along this direction: errors are shown as they are, relative to nothing, and steps without any error are left out.',
    );
  } else if (sizes.fourPoint === 0 && of === 'product') {
    notes.push(
      'vᵀHv is 0 along this direction: the errors of the four points are shown as they are, relative to nothing.',
    );
  }
  const kinks = kinksOf(network);
  if (kinks.length > 0) {
    notes.push(
      `Kinks at ${kinks.join(', ')}: a step that carries a unit across its kink lands on another smooth piece. There a curve is level or jumps; only smaller steps see the Hessian of this piece.`,
    );
  }
  if (Number.isNaN(ownError)) {
    notes.push(
      'H itself would take too long here to check R{·} against; the curves are still measured from R{·}.',
    );
  }
  return notes;
}
