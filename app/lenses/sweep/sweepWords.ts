import type { DirectionSpec } from '../../../engine/experiment/problem.ts';
import type { Topology } from '../../../engine/network/topology.ts';
import type { SweepReply } from '../../../workers/protocol.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import { parameterText } from '../../explorer/network/parameterTex.ts';
import { bestStep } from './bestStep.ts';
import { sweepCurves, sweepTexts } from './sweepTexts.ts';

const directionText = (direction: DirectionSpec, topology: Topology): string => {
  switch (direction.kind) {
    case 'random':
      return `random, seed ${direction.seed}`;
    case 'unit':
      return direction.index < topology.W ? parameterText(topology, direction.index) : 'one weight';
    case 'gradient':
      return 'the gradient';
    case 'top-eigenvector':
      return 'the top eigenvector of H';
  }
};

/** What is swept: the direction with the size of its product, or the entry with its weights and value. */
export function subjectOf(
  { entry, value, length }: Pick<SweepReply, 'entry' | 'value' | 'length'>,
  direction: DirectionSpec,
  topology: Topology,
): string {
  if (entry === null) {
    return `v: ${directionText(direction, topology)}, ‖v‖ = ${formatNumber(length, 3)} before scaling; ‖Hv‖ = ${formatNumber(value)} after.`;
  }
  const [row, column] = entry;
  // An answer for a network that was changed meanwhile.
  if (row >= topology.W || column >= topology.W) return '';
  const names =
    row === column
      ? `twice the ${parameterText(topology, row)}`
      : `the ${parameterText(topology, row)} and the ${parameterText(topology, column)}`;
  return `Row ${row + 1}, column ${column + 1}: ${names}; H\u00a0=\u00a0${formatNumber(value)}.`;
}

/** What the figure shows, in one sentence. */
export function sweepSentence(sweep: SweepReply, of: keyof typeof sweepTexts): string {
  const { methods, product } = sweepTexts[of];
  const best = sweepCurves.flatMap((curve) => {
    const found = bestStep(sweep, curve);
    return found === null
      ? []
      : [`${methods[curve].label} ${formatNumber(found.error, 2)} at step ${formatNumber(found.step, 2)}`];
  });
  return `Error against step. Best: ${best.join(', ')}; ${product} without a step ${formatNumber(sweep.ownError, 2)}.`;
}
