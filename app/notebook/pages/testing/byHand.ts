import { inverse, Matrix } from 'ml-matrix';
import type { Experiment } from '../../../../engine/experiment/document.ts';
import { factsOf } from './facts.ts';

/** What pages say of deletions and removals, by formulas written out over a library's inverse. */

export const errorAt = (experiment: Experiment, parameters: readonly number[]): number =>
  factsOf({ ...experiment, parameters }).error();

/** H + λI over the indices left, as a library's matrix. */
export function hessian(experiment: Experiment, left: readonly number[], damping = 0): Matrix {
  const { values, W } = factsOf(experiment);
  const H = values('exact');
  return new Matrix(left.map((p) => left.map((q) => (H[p * W + q] ?? NaN) + (p === q ? damping : 0))));
}

export const everyIndex = ({ parameters }: Experiment): readonly number[] => parameters.map((_, q) => q);

interface HandDeletion {
  readonly index: number;
  readonly score: number;
  /** The weights after it. */
  readonly parameters: readonly number[];
}

/** Deletions of every weight left, by a rule. */
export function deletionsOf(
  experiment: Experiment,
  rule: 'magnitude' | 'damage' | 'surgeon',
  left: readonly number[],
  damping: number,
): readonly HandDeletion[] {
  const w = experiment.parameters;
  const H = hessian(experiment, left);
  const inverted = rule === 'surgeon' ? inverse(hessian(experiment, left, damping)) : null;
  return left.map((index, at): HandDeletion => {
    const weight = w[index] ?? NaN;
    const parameters = w.slice();
    if (inverted !== null)
      left.forEach((p, k) => {
        parameters[p] = (w[p] ?? NaN) - (weight / inverted.get(at, at)) * inverted.get(k, at);
      });
    parameters[index] = 0;
    const score =
      rule === 'magnitude'
        ? Math.abs(weight)
        : rule === 'damage'
          ? 0.5 * H.get(at, at) * weight ** 2
          : weight ** 2 / (2 * (inverted?.get(at, at) ?? NaN));
    return { index, score, parameters };
  });
}

/** How many weights go, lowest score first and H anew each time, before E has risen by more than `rise`. */
export function deletedBefore(
  experiment: Experiment,
  rule: 'magnitude' | 'damage' | 'surgeon',
  rise: number,
  damping = 1e-4,
): readonly number[] {
  const limit = factsOf(experiment).error() + rise;
  let at = experiment;
  let left = everyIndex(experiment);
  const gone: number[] = [];
  while (left.length > 0) {
    const all = deletionsOf(at, rule, left, damping);
    const lowest = all.reduce((best, one) => (one.score < best.score ? one : best));
    if (errorAt(experiment, lowest.parameters) > limit) break;
    at = { ...at, parameters: lowest.parameters };
    left = left.filter((q) => q !== lowest.index);
    gone.push(lowest.index);
  }
  return gone;
}
