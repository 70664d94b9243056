import { describe, expect, it } from 'vitest';
import type { MatrixId } from '../../engine/curvature/index.ts';
import type { Experiment } from '../../engine/experiment/document.ts';
import { startingExperiment } from '../state/startingExperiment.ts';
import { memoryProblem } from './limits.ts';

const LIVE =
  /^Still live: the error, its gradient .*; the products Hv and Gv, .*largest eigenvalue.*; every diagonal \(Diagonal[^)]*\)\.$/;

/** What a message says is too much, when what follows says what is still possible. */
function reasonOf(message: string | null): string {
  const at = message?.indexOf('Still live') ?? -1;
  expect(message?.slice(at)).toMatch(LIVE);
  return message?.slice(0, at).trim() ?? '';
}

const showing = (W: number, ...matrices: MatrixId[]): Experiment => ({
  ...startingExperiment,
  parameters: new Array<number>(W).fill(0),
  view: { ...startingExperiment.view, matrices },
});

describe('memoryProblem', () => {
  it('says how many to hide when hiding helps', () => {
    const five: MatrixId[] = ['exact', 'outer-product', 'gauss-newton', 'residual', 'empirical-fisher'];
    // 8 · 2545² bytes are 51.8 MB: four take 207, five 259
    expect(reasonOf(memoryProblem(showing(2545, ...five, 'diagonal')))).toBe(
      '5 matrices with W = 2,545 take 259 MB; all on show may take 256 MB together: ' +
        'hide 1 besides Exact to see the others.',
    );
    expect(memoryProblem(showing(2545, ...five.slice(0, 4), 'diagonal'))).toBeNull();
  });

  it('counts the exact one although it is hidden: the errors need it', () => {
    expect(memoryProblem(showing(5000, 'outer-product'))).toMatch(
      /^2 matrices with W = 5,000 take 400 MB.*hide 1/,
    );
    expect(memoryProblem(showing(5000, 'exact'))).toBeNull();
  });

  it('says so when a single one is too large, and keeps the diagonal', () => {
    expect(reasonOf(memoryProblem(showing(5657, 'exact')))).toBe(
      'One matrix with W = 5,657 takes 256 MB; all on show may take 256 MB together.',
    );
    expect(memoryProblem(showing(20_000, 'diagonal'))).toBeNull();
  });
});
