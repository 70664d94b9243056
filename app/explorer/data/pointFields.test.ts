import { expect, test } from 'vitest';
import { setDataSet } from '../../state/edits/data.ts';
import { setLoss } from '../../state/edits/loss.ts';
import { startingExperiment } from '../../state/startingExperiment.ts';
import { moveMark, pointOf } from './markEdits.ts';
import { plotDataOf } from './plotData.ts';
import { pointClasses, targetFields } from './pointFields.ts';

const counts = setDataSet('counts')(startingExperiment);

test('counts are drawn upwards and edited as numbers, not as classes', () => {
  expect(plotDataOf(counts.data, 0)?.colouring).toEqual({ kind: 'series', count: 1 });
  expect(pointClasses(counts.data, 2)).toEqual([]);
  const [field] = targetFields(counts.data, 2, 'poisson');
  expect(field).toMatchObject({ label: 't', min: 0, value: pointOf(counts.data, 2).targets[0] });
  expect(targetFields(counts.data, 2, 'sum-of-squares')[0]?.min).toBeLessThan(0);
});

test('a count that is drawn below 0 stops at 0, unless the loss takes any number', () => {
  const down = moveMark({ point: 2, output: 0 }, { x: 0.1, y: -3 });
  expect(pointOf(down(counts).data, 2)).toEqual({ inputs: [0.1], targets: [0] });
  expect(pointOf(down(setLoss('sum-of-squares')(counts)).data, 2).targets).toEqual([-3]);
});
