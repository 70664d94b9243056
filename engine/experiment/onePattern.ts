import type { Problem } from './problem.ts';

/** The problem of pattern n alone: E is E_n. */
export function onePattern(problem: Problem, n: number): Problem {
  const { inputs, targets, N } = problem.batch;
  const row = (x: Float64Array): Float64Array => x.slice((n * x.length) / N, ((n + 1) * x.length) / N);
  return {
    ...problem,
    loss: { ...problem.loss, reduction: 'sum' },
    weightDecay: 0,
    batch: { N: 1, inputs: row(inputs), targets: row(targets) },
  };
}
