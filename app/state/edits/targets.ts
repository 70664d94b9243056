import type { ActivationKind } from '../../../engine/activations/index.ts';
import { dataColumns } from '../../../engine/data/batch.ts';
import { dataSetOf } from '../../../engine/data/index.ts';
import { lossOutputProblem, targetsProblem } from '../../../engine/experiment/compatibility.ts';
import type { DataSpec, Experiment } from '../../../engine/experiment/document.ts';
import { lossOf, type LossKind } from '../../../engine/losses/index.ts';

export type TargetKind = ReturnType<typeof lossOf>['targets'];

/** The loss that goes with targets of a kind until another is chosen. */
export const usualLoss = {
  real: 'sum-of-squares',
  'non-negative': 'poisson',
  binary: 'binary-cross-entropy',
  'one-hot': 'softmax-cross-entropy',
} satisfies Record<TargetKind, LossKind>;

/**
 * What the targets are: as the data set says, or, of a person's own rows, classes where they fit them. Own
 * numbers are `real` also where none is below 0: that alone does not make them counts.
 */
export function targetKindOf(data: DataSpec): TargetKind {
  if ('set' in data) return dataSetOf(data.set).task;
  const fits = (kind: TargetKind): boolean => targetsProblem(usualLoss[kind], data) === null;
  if (dataColumns(data).targets > 1 && fits('one-hot')) return 'one-hot';
  return fits('binary') ? 'binary' : 'real';
}

/** How targets stand for classes: 0 or 1 in each column, or a column for each class; null when they are numbers. */
export function classesOf(data: DataSpec): 'binary' | 'one-hot' | null {
  const kind = targetKindOf(data);
  return kind === 'binary' || kind === 'one-hot' ? kind : null;
}

const NEEDS = {
  real: { targets: 'numbers', word: 'numbers' },
  'non-negative': { targets: 'targets not below 0', word: 'not below 0' },
  binary: { targets: 'targets of 0 or 1', word: '0 or 1' },
  'one-hot': { targets: 'one-hot targets', word: 'one-hot' },
} satisfies Record<TargetKind, { readonly targets: string; readonly word: string }>;

/** `binary cross-entropy needs targets of 0 or 1` */
export function needOf(loss: LossKind): string {
  const { label, targets } = lossOf(loss);
  return `${label.toLowerCase()} needs ${NEEDS[targets].targets}`;
}

/** `binary cross-entropy 0 or 1`, after another loss's need. */
export function furtherNeedOf(loss: LossKind): string {
  const { label, targets } = lossOf(loss);
  return `${label.toLowerCase()} ${NEEDS[targets].word}`;
}

/**
 * Why data don't fit a loss, for a reader; null when they do: `binary cross-entropy needs targets of 0 or 1,
 * point 2 has 0.5`. Points are counted from 1.
 */
export function misfit(loss: LossKind, data: DataSpec): string | null {
  const problem = targetsProblem(loss, data);
  if (problem === null) return null;
  const need = needOf(loss);
  const found = /^data\.targets\[(\d+)\](?:\[\d+\])? is ([^:]*):/.exec(problem);
  return found === null ? need : `${need}, point ${Number(found[1]) + 1} has ${found[2]}`;
}

function usualOutput(loss: LossKind): ActivationKind {
  const [usual] = lossOf(loss).outputs;
  if (usual === undefined) throw new Error(`internal: ${loss} goes with no output activation`);
  return usual;
}

/** The output activation that stays when it goes with the loss, else the loss's usual one. */
export const outputFor = (loss: LossKind, activation: ActivationKind): ActivationKind =>
  lossOutputProblem(loss, activation) === null ? activation : usualOutput(loss);

/** Loss and output activation for new data: those in use if they were chosen for such targets, else the usual pair. */
export function pairFor(
  experiment: Experiment,
  data: DataSpec,
): { readonly loss: LossKind; readonly activation: ActivationKind } {
  const loss = experiment.loss.kind;
  const activation = experiment.network.layers.at(-1)?.activation ?? 'identity';
  const kind = targetKindOf(data);
  const usual = { loss: usualLoss[kind], activation: usualOutput(usualLoss[kind]) };
  const chosenForSuch = targetKindOf(experiment.data) === kind || activation === usual.activation;
  return chosenForSuch && targetsProblem(loss, data) === null ? { loss, activation } : usual;
}
