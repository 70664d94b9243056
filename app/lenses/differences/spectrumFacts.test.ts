import { expect, test } from 'vitest';
import type { Eigenvalues } from '../../../workers/protocol.ts';
import { spectraSentence, spectrumFacts } from './spectrumFacts.ts';

const spectrum = (matrix: Eigenvalues['matrix'], values: number[], complete = true): Eigenvalues => ({
  matrix,
  values: Float64Array.from(values),
  complete,
  bound: 1e-12,
  refused: null,
});

test('rounding below zero is not negative; of two ends nothing is counted', () => {
  expect(spectrumFacts(spectrum('exact', [3, 1, -1e-13]))).toEqual({
    largest: 3,
    smallest: -1e-13,
    negative: 0,
  });
  expect(spectrumFacts(spectrum('exact', [3, -1, -2]))).toMatchObject({ smallest: -2, negative: 2 });
  expect(spectrumFacts(spectrum('exact', [3, -2], false)).negative).toBeNaN();
});

test('the sentence follows the signs of both', () => {
  expect(spectraSentence([spectrum('exact', [1, -1])])).toMatch(/^H has 1 negative eigenvalue: .* downwards/);
  expect(spectraSentence([spectrum('exact', [1, -1], false)])).toMatch(/^H has negative eigenvalues:/);
  const both = (G: number[]): string =>
    spectraSentence([spectrum('exact', [1, 0]), spectrum('gauss-newton', G)]);
  expect(both([1, -1e-14])).toMatch(/^H has no negative eigenvalue: .* Gauss–Newton has none/);
  expect(both([1, -1])).toMatch(/Gauss–Newton has negative ones, too/);
  expect(spectraSentence([])).toBe('');
});
