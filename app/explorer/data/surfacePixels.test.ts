import { describe, expect, test } from 'vitest';
import { colourTable, MIDDLE } from '../../charts/colourScale.ts';
import { surfacePixels, tintsOf } from './surfacePixels.ts';

const palette = {
  classes: ['#ff0000', '#00ff00', '#0000ff'].map((colour) => tintsOf('#ffffff', colour)),
  values: colourTable('light'),
};
const strongest = (index: number) => palette.classes[index]?.at(-1);
const WHITE = 0xffffffff;

describe('the decision surface', () => {
  test('a probability tints the class it speaks for, and one half tints none', () => {
    const pixels = surfacePixels(
      Float64Array.of(0, 0.5, 1, 7, -3),
      5,
      0,
      { kind: 'classes', oneHot: false },
      palette,
    );
    expect([...pixels]).toEqual([strongest(1), WHITE, strongest(0), strongest(0), strongest(1)]);
  });

  test('of several classes the leader tints by its lead', () => {
    const outputs = Float64Array.of(1, 0, 0, 0, 0, 1, 0.5, 0.5, 0);
    const pixels = surfacePixels(outputs, 3, 0, { kind: 'classes', oneHot: true }, palette);
    expect([...pixels]).toEqual([strongest(0), strongest(2), WHITE]);
  });

  test('real outputs follow the diverging scale of the matrices', () => {
    const outputs = Float64Array.of(9, 0, 9, 2, 9, -2, 9, 50);
    const pixels = surfacePixels(outputs, 4, 1, { kind: 'values', largest: 2 }, palette);
    const table = palette.values;
    expect([...pixels]).toEqual([table[MIDDLE], table[2 * MIDDLE], table[0], table[2 * MIDDLE]]);
  });

  test('what is not finite stays empty', () => {
    const pixels = surfacePixels(
      Float64Array.of(NaN, Infinity),
      2,
      0,
      { kind: 'classes', oneHot: false },
      palette,
    );
    expect([...pixels]).toEqual([0, 0]);
  });
});
