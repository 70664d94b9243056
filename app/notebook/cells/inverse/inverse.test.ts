import katex from 'katex';
import { expect, test } from 'vitest';
import { engineApi } from '../../../../workers/engineApi.ts';
import type { Film, Inverse } from '../../../../workers/protocol.ts';
import { experimentOf, problemOf } from '../../pages/testing/facts.ts';
import { inverseHessian } from '../../pages/inverse.ts';
import { distanceSentence } from './inverseFigure.ts';
import { sentence } from '../../../controls/sentence.ts';
import { whyNoCholesky } from './inverseWords.ts';
import { ruleTex, stepLines } from './stepTex.ts';

const seven = experimentOf(inverseHessian, 0);
const reply = (matrix: 'exact' | 'outer-product', upTo: number, change: Partial<typeof seven> = {}) =>
  engineApi.inverse({ problem: problemOf({ ...seven, ...change }), matrix, upTo });

function filmAt(upTo: number): Film {
  const { film } = reply('outer-product', upTo);
  if (film === null) throw new Error('no film');
  return film;
}

test('the page’s film begins at I/α, and rounding is left after the last pattern', () => {
  expect(ruleTex(filmAt(0))).toBe(String.raw`H_0=\alpha I,\qquad H_0^{-1}=\frac{1}{\alpha}\,I=10\,I`);
  expect(stepLines(filmAt(0))).toEqual([]);
  expect(distanceSentence(filmAt(8))).toMatch(
    /: 87\.3 % at the start, \d(\.\d)?×10⁻¹[⁴⁵⁶] after the last pattern\.$/,
  );
});

test('formulas can be set, and hold the numbers of their step', () => {
  const film = filmAt(3);
  const { denominator = NaN, length = NaN, change = NaN } = film.steps[0] ?? {};
  // ‖change‖ = ‖H⁻¹b‖² / (1 + bᵀH⁻¹b)
  expect(change).toBeCloseTo(length ** 2 / denominator, 12);
  for (const tex of [ruleTex(film), ...stepLines(film)]) {
    expect(() => katex.renderToString(tex, { throwOnError: true })).not.toThrow();
  }
  expect(stepLines(film)[0]).toContain(`=${denominator.toFixed(3)}`);
});

test('what stands in the way is said: an indefinite H, a singular matrix, no start', () => {
  const why = (inverse: Inverse | null): string | null =>
    inverse === null ? 'none' : whyNoCholesky('H', inverse);
  expect(why(reply('exact', 0).direct)).toMatch(
    /^H is indefinite: its eigenvalues are 5 positive, 2 negative\. /,
  );
  expect(why(reply('outer-product', 0).direct)).toBeNull();
  const data = { set: 'sine', count: 3, noise: 0.1, seed: 1 } as const;
  const still = reply('outer-product', 3, { weightDecay: 0, data });
  expect(why(still.direct)).toBe(
    'H is singular: its eigenvalues are 3 positive, 0 negative, 4 zero. It has no inverse, and no Cholesky factors.',
  );
  expect(sentence(still.noFilm ?? '')).toBe('Weight decay is 0: the sequential inverse has no start.');
});
