import { describe, expect, test } from 'vitest';
import type { OwnData } from '../../../engine/experiment/document.ts';
import { plotDataOf } from './plotData.ts';

const plotOf = (data: OwnData, output = 0) => {
  const plot = plotDataOf(data, output);
  if (plot === null) throw new Error('no plot');
  return plot;
};

describe('what the plot draws', () => {
  test('one input: every target of every point, upwards', () => {
    const { marks, colouring } = plotOf({
      inputs: [[1], [2]],
      targets: [
        [10, 20],
        [30, 40.5],
      ],
    });
    expect(colouring).toEqual({ kind: 'series', count: 2 });
    expect(marks.map(({ point, output, x, y }) => [point, output, x, y])).toEqual([
      [0, 0, 1, 10],
      [1, 0, 2, 30],
      [0, 1, 1, 20],
      [1, 1, 2, 40.5],
    ]);
  });

  test('two inputs and targets of 0 or 1: class 1 first', () => {
    const { marks } = plotOf({
      inputs: [
        [1, 2],
        [3, 4],
      ],
      targets: [[1], [0]],
    });
    expect(marks.map(({ x, y, group }) => [x, y, group])).toEqual([
      [1, 2, 0],
      [3, 4, 1],
    ]);
  });

  test('one column for each class: the group is the class', () => {
    const { marks, colouring } = plotOf({
      inputs: [
        [1, 2],
        [3, 4],
      ],
      targets: [
        [0, 0, 1],
        [0, 1, 0],
      ],
    });
    expect(colouring).toEqual({ kind: 'classes', oneHot: true });
    expect(marks.map(({ group }) => group)).toEqual([2, 1]);
  });

  test('real targets: colour by size around zero, of the column on show', () => {
    const data = {
      inputs: [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
      targets: [
        [9, -2],
        [9, 0],
        [9, 1],
      ],
    };
    const { marks, colouring } = plotOf(data, 1);
    expect(colouring).toEqual({ kind: 'values', largest: 2 });
    expect(marks.map(({ group }) => group)).toEqual([0, 5, 8]);
  });

  test('three inputs have no plot', () => {
    expect(plotDataOf({ inputs: [[1, 2, 3]], targets: [[0]] }, 0)).toBeNull();
  });
});
