import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Batch } from '../../engine/experiment/problem.ts';
import { plotGrid } from './grid.ts';

const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const rows = fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 40 });
const batchOf = (points: readonly (readonly number[])[], inputs: number): Batch => ({
  N: points.length,
  inputs: Float64Array.from(points.flatMap((point) => point.slice(0, inputs))),
  targets: Float64Array.from(points.flatMap((point) => (inputs === 2 ? [0] : point.slice(inputs)))),
});
const gridOf = (batch: Batch) => {
  const grid = plotGrid(batch);
  if (grid === null) throw new Error('no grid');
  return grid;
};

describe('plotGrid', () => {
  test('its window holds every point with room around it', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(1, 2), (points, inputs) => {
        const { x, y } = gridOf(batchOf(points, inputs));
        for (const [first, second] of points) {
          expect(x[0] < first && first < x[1]).toBe(true);
          expect(y[0] < second && second < y[1]).toBe(true);
        }
      }),
    );
  });

  test('one input: 120 points from end to end', () => {
    const { inputs, columns, rows, x } = gridOf(
      batchOf(
        [
          [-1, 0],
          [1, 2],
        ],
        1,
      ),
    );
    expect([columns, rows, inputs.length]).toEqual([120, 1, 120]);
    expect([inputs[0], inputs[119]]).toEqual([...x]);
  });

  test('two inputs: cell centres, left to right, the top row first', () => {
    const { inputs, columns, rows, x, y } = gridOf(
      batchOf(
        [
          [-1, 0],
          [1, 10],
        ],
        2,
      ),
    );
    expect([columns, rows, inputs.length]).toEqual([40, 40, 3200]);
    const cell = [(x[1] - x[0]) / 40, (y[1] - y[0]) / 40] as const;
    expect(inputs[0]).toBeCloseTo(x[0] + cell[0] / 2, 12);
    expect(inputs[1]).toBeCloseTo(y[1] - cell[1] / 2, 12);
    expect(inputs[3198]).toBeCloseTo(x[1] - cell[0] / 2, 12);
    expect(inputs[3199]).toBeCloseTo(y[0] + cell[1] / 2, 12);
  });

  test('the window stays while a point moves inside it', () => {
    const before = gridOf(
      batchOf(
        [
          [-1, 0],
          [0.2, 5],
          [1, 10],
        ],
        2,
      ),
    );
    const after = gridOf(
      batchOf(
        [
          [-1, 0],
          [0.9, 9],
          [1, 10],
        ],
        2,
      ),
    );
    expect([after.x, after.y]).toEqual([before.x, before.y]);
  });

  test('a single point, and values of any size, still make a window', () => {
    for (const size of [0, 1e-12, 1, 1e150]) {
      const { x, y } = gridOf(batchOf([[size, -size]], 1));
      expect(x[0] < x[1] && y[0] < y[1]).toBe(true);
      expect([...x, ...y].every(Number.isFinite)).toBe(true);
    }
  });

  test('three inputs have no plane', () => {
    expect(plotGrid({ N: 1, inputs: new Float64Array(3), targets: new Float64Array(1) })).toBeNull();
  });
});
