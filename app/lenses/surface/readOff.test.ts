import { describe, expect, test } from 'vitest';
import type { ModelOnPlane } from '../../../workers/protocol.ts';
import { readOff } from './readOff.ts';

const withMatrix = (...matrix: [number, number, number]): ModelOnPlane => ({
  value: 1,
  slope: [0, 0],
  matrix,
  eigenvalues: [NaN, NaN],
  shape: 'minimum',
  minimum: null,
});

const said = (exact: [number, number, number], model: [number, number, number]): string =>
  readOff(
    {
      models: {
        exact: withMatrix(...exact),
        'gauss-newton': withMatrix(...model),
        diagonal: withMatrix(...model),
      },
    },
    'gauss-newton',
  );

describe('what a plane shows of a model', () => {
  test.each<[[number, number, number], [number, number, number], string]>([
    // ½ k s² = 1 at s = √(2/k): k four times smaller is a valley twice as wide.
    [[4, 0, 1], [1, 0, 1], 'Gauss–Newton’s valley is 2 times wider than the true one along the first axis.'],
    [
      [4, 0, 1],
      [4, 0, 9],
      'Gauss–Newton’s valley is 3 times narrower than the true one along the second axis.',
    ],
    [[4, 0, 1], [4, 0, 1], 'Gauss–Newton’s valley is as wide as the true one along both axes.'],
    [
      [4, 0, -0.5],
      [1, 0, 0.25],
      'Gauss–Newton sees a valley along the second axis (0.25), where the error bends down (−0.5).',
    ],
    [
      [4, 0, 1],
      [0, 0, 1],
      'Gauss–Newton sees no valley along the first axis (0), where the error has one (4).',
    ],
    [[-4, 0, -1], [-1, 0, -1], 'Gauss–Newton sees, like the error, no valley along either axis.'],
    [
      [4, 1, 4],
      [4, 0, 4],
      'Gauss–Newton’s valley is as wide as the true one along both axes. It leaves out the tilt of the valley: the entry between the axes is 1, not 0.',
    ],
    [
      [4, 1, 4],
      [4, -2, 4],
      'Gauss–Newton’s valley is as wide as the true one along both axes. It tilts the valley differently: −2 between the axes, not 1.',
    ],
    [
      [4, -3e-15, 4],
      [4, 2, 4],
      'Gauss–Newton’s valley is as wide as the true one along both axes. It tilts the valley differently: 2 between the axes, not 0.',
    ],
  ])('H %j, model %j', (exact, model, sentence) => {
    expect(said(exact, model)).toBe(sentence);
  });
});
