import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matrixIds } from '../../../engine/curvature/index.ts';
import { startingExperiment } from '../startingExperiment.ts';
import { setMatrices, setScale, setTransfer } from './view.ts';

test('any choice of matrices is shown once each, in the order of the list', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...matrixIds), { minLength: 1 }), (chosen) => {
      const { matrices } = setMatrices(chosen)(startingExperiment).view;
      expect(matrices).toEqual(matrixIds.filter((id) => chosen.includes(id)));
    }),
  );
});

test('at least one matrix stays', () => {
  expect(() => setMatrices([])(startingExperiment)).toThrow('matrices on show is 0: at least one stays');
});

test('a choice that changes nothing is no change', () => {
  const { matrices, scale, transfer } = startingExperiment.view;
  expect(setMatrices([...matrices].reverse())(startingExperiment)).toBe(startingExperiment);
  expect(setScale(scale)(startingExperiment)).toBe(startingExperiment);
  expect(setTransfer(transfer)(startingExperiment)).toBe(startingExperiment);
});

test('scale and transfer change alone', () => {
  const each = setScale('each')(startingExperiment);
  expect(each).toEqual({ ...startingExperiment, view: { ...startingExperiment.view, scale: 'each' } });
  for (const transfer of ['linear', 'symlog'] as const) {
    expect(setTransfer(transfer)(each).view).toEqual({ ...each.view, transfer });
  }
});
