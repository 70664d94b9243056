import { createWorkspace } from '../../curvature/createWorkspace.ts';
import type { Problem } from '../../experiment/problem.ts';
import { topologyOf } from '../../network/topology.ts';
import { errorOf, gradientOf } from '../../products/gradient.ts';

/** One pattern that is taken away, or put somewhere else. */
export type DataEdit =
  | { readonly kind: 'remove'; readonly n: number }
  | {
      readonly kind: 'move';
      readonly n: number;
      readonly input: readonly number[];
      readonly target: readonly number[];
    };

/** The error after an edit, `E' = scale · E(problem)`. */
export interface EditedProblem {
  readonly problem: Problem;
  readonly scale: number;
}

/** Row n of a matrix with `columns` columns left out, or another in its place. */
function withRow(values: Float64Array, columns: number, n: number, row: readonly number[]): Float64Array {
  return Float64Array.from([
    ...values.subarray(0, n * columns),
    ...row,
    ...values.subarray((n + 1) * columns),
  ]);
}

/**
 * The problem after an edit. Other patterns keep their weight c: `E − c E_n` when pattern n is removed. Of a mean
 * this is `(N−1)/N` times the error of the N − 1 that are left, with weight decay `α N/(N−1)`. O(N).
 * @throws `pattern index out of range: 40`, `nothing is left without the pattern, data has patterns: 1`
 */
export function editedProblem(problem: Problem, edit: DataEdit): EditedProblem {
  const { batch, loss, network, weightDecay } = problem;
  const { N, inputs, targets } = batch;
  const { inputUnits: D, outputUnits: K } = topologyOf(network);
  const { n } = edit;
  if (!(Number.isInteger(n) && n >= 0 && n < N)) throw new Error(`pattern index out of range: ${n}`);
  const of = (row: { readonly input: readonly number[]; readonly target: readonly number[] }) => ({
    inputs: withRow(inputs, D, n, row.input),
    targets: withRow(targets, K, n, row.target),
  });
  if (edit.kind === 'move') return { problem: { ...problem, batch: { N, ...of(edit) } }, scale: 1 };
  if (N === 1) throw new Error(`nothing is left without the pattern, data has patterns: ${N}`);
  const left = { N: N - 1, ...of({ input: [], target: [] }) };
  const scale = loss.reduction === 'mean' ? (N - 1) / N : 1;
  return { problem: { ...problem, batch: left, weightDecay: weightDecay / scale }, scale };
}

/** `E_n` and `∇E_n` of one pattern at the problem's weights, without c and weight decay. O(W). */
export function patternTerms(
  problem: Problem,
  input: ArrayLike<number>,
  target: ArrayLike<number>,
): { readonly E: number; readonly g: Float64Array } {
  const batch = { N: 1, inputs: Float64Array.from(input), targets: Float64Array.from(target) };
  const loss = { ...problem.loss, reduction: 'sum' } as const;
  const workspace = createWorkspace({ ...problem, batch, loss, weightDecay: 0 });
  return { E: errorOf(workspace), g: gradientOf(workspace) };
}

/** Pattern n of a problem. O(1). */
export function patternOf({ batch, network }: Problem, n: number) {
  const { inputUnits: D, outputUnits: K } = topologyOf(network);
  return {
    input: Array.from(batch.inputs.subarray(n * D, (n + 1) * D)),
    target: Array.from(batch.targets.subarray(n * K, (n + 1) * K)),
  };
}
