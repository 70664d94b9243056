import katex from 'katex';
import { expect, it } from 'vitest';
import { matrixIds, matrixOf } from '../../../engine/curvature/index.ts';

/** KaTeX warns of what it sets although LaTeX would not; here that is an error. */
const set = (tex: string, displayMode = false): string =>
  katex.renderToString(tex, { displayMode, strict: 'error', throwOnError: true });

it.each(matrixIds)('the formulas of %s can be set, and its texts are sentences', (id) => {
  const { symbol, formula, cost, section, whenExact, label } = matrixOf(id);
  for (const tex of [symbol, cost]) expect(() => set(tex)).not.toThrow();
  expect(() => set(formula, true)).not.toThrow();
  expect(whenExact).toMatch(/^\p{Lu}.*\.$/u);
  expect(whenExact.length).toBeLessThanOrEqual(220);
  expect(section).not.toBe('');
  expect(label.length).toBeLessThanOrEqual(32);
});
