import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { batchOf } from '../../../engine/data/batch.ts';
import { dataSetIds } from '../../../engine/data/index.ts';
import { topologyOf } from '../../../engine/network/topology.ts';
import type { Experiment } from '../../../engine/experiment/document.ts';
import { parseExperiment } from '../../../engine/experiment/validate.ts';
import { lossKinds } from '../../../engine/losses/index.ts';
import type { Edit } from '../experiment.ts';
import { startingExperiment } from '../startingExperiment.ts';
import { drawAnew, setCount, setDataSet, setNoise, setSeed, takeOwnData } from './data.ts';
import { setLoss, setReduction, setWeightDecay } from './loss.ts';
import { addLayer } from './insertLayer.ts';
import { addPoint, asOwnData, movePoint, removePoint } from './points.ts';

const moons = startingExperiment;
const trained: Experiment = {
  ...moons,
  training: { ...moons.training, step: 7, start: moons.parameters, curve: { stride: 1, errors: [3, 2] } },
};
const outputOf = ({ network }: Experiment) => network.layers[network.layers.length - 1]!;
const summary = (experiment: Experiment) => [
  experiment.network.input[0],
  topologyOf(experiment.network).outputUnits,
  outputOf(experiment).activation,
  experiment.loss.kind,
];
const isFresh = ({ training }: Experiment) =>
  training.step === 0 && training.start === undefined && training.curve.errors.length === 0;

describe('choosing data', () => {
  test('network and loss follow the columns and the kind of targets', () => {
    const expected = {
      sine: [1, 1, 'identity', 'sum-of-squares'],
      'two-outputs': [1, 2, 'identity', 'sum-of-squares'],
      circles: [2, 1, 'logistic', 'binary-cross-entropy'],
      blobs: [2, 3, 'softmax', 'softmax-cross-entropy'],
    } as const;
    for (const id of ['sine', 'two-outputs', 'circles', 'blobs'] as const)
      expect(summary(setDataSet(id)(moons))).toEqual(expected[id]);
  });

  test('weights between units that stay are kept, the training starts over', () => {
    const blobs = setDataSet('blobs')(trained);
    // 2-6-5 keeps its 12 + 6 + 30 + 5 parameters, and the first output its 5 weights
    expect(blobs.parameters.slice(0, 58)).toEqual(moons.parameters.slice(0, 58));
    expect(blobs.parameters).toHaveLength(53 + 18);
    expect(isFresh(blobs)).toBe(true);
  });

  test('a loss that was chosen for such targets stays', () => {
    const squares = setLoss('sum-of-squares')(moons);
    expect(summary(setDataSet('xor')(squares))).toEqual([2, 1, 'logistic', 'sum-of-squares']);
  });

  test('least squares with straight outputs gives way to cross-entropy when classes come', () => {
    const sine = setDataSet('sine')(moons);
    expect(summary(setDataSet('xor')(sine))).toEqual([2, 1, 'logistic', 'binary-cross-entropy']);
  });

  test('own rows are told apart by their targets', () => {
    const take = (targets: number[][]) =>
      summary(
        takeOwnData(
          targets.map((_, n) => [n]),
          targets,
          'mine',
        )(moons),
      );
    expect(take([[0], [1]])).toEqual([1, 1, 'logistic', 'binary-cross-entropy']);
    expect(take([[0.5], [1]])).toEqual([1, 1, 'identity', 'sum-of-squares']);
    expect(
      take([
        [0, 1],
        [1, 0],
      ]),
    ).toEqual([1, 2, 'softmax', 'softmax-cross-entropy']);
    expect(
      take([
        [1, 1],
        [1, 0],
      ]),
    ).toEqual([1, 2, 'logistic', 'binary-cross-entropy']);
  });

  test('what is out of range is refused with field, value and limit', () => {
    const refused = (change: Edit) => expect(() => change(moons));
    refused(setCount(0)).toThrow('N is 0: allowed whole numbers 1 to 2000');
    refused(setCount(2.5)).toThrow('N is 2.5: allowed whole numbers 1 to 2000');
    refused(setNoise(NaN)).toThrow('noise is NaN: allowed 0 to 10');
    refused(setSeed(-1)).toThrow('seed is -1: allowed whole numbers 0 to 2147483647');
    refused(takeOwnData([], [], '')).toThrow('data has 0 rows: allowed 1 to 2000');
    refused(takeOwnData([[1, 2], [1]], [[0], [1]], '')).toThrow(
      'row 2 has 1 input columns, the first row has 2',
    );
    refused(takeOwnData([[1], [NaN]], [[0], [1]], '')).toThrow('row 2 holds NaN');
    refused(takeOwnData([[1], [2]], [[0], [1e308]], '')).toThrow('row 2 holds 1e+308');
    refused(takeOwnData([Array<number>(17).fill(0)], [[0]], '')).toThrow(
      'data has 17 input columns: allowed 1 to 16',
    );
  });

  test('a title that is the data’s follows them, a written one stays', () => {
    expect(movePoint(0, { inputs: [0, 0] })(moons).title).toBe('Two moons, edited');
    expect(setDataSet('sine')(movePoint(0, { inputs: [0, 0] })(moons)).title).toBe('Sine');
    expect(setDataSet('sine')({ ...moons, title: 'Lecture 5' }).title).toBe('Lecture 5');
  });

  test('the same choice changes nothing', () => {
    for (const change of [setDataSet('moons'), setCount(120), setNoise(0.16), setSeed(3)])
      expect(change(trained)).toBe(trained);
  });
});

describe('points', () => {
  test('the first change makes a drawn set the person’s own and moves that point only', () => {
    const { N, inputs } = batchOf(moons.data);
    const moved = movePoint(4, { inputs: [0.25, -0] })(trained);
    const data = asOwnData(moved.data);
    expect(data.name).toBe('Two moons, edited');
    expect(data.inputs[4]).toEqual([0.25, -0]);
    expect(data.inputs.filter((_, n) => n !== 4).flat()).toEqual(
      Array.from(inputs).filter((_, k) => Math.floor(k / 2) !== 4),
    );
    expect(data.targets).toHaveLength(N);
    expect(moved.parameters).toBe(trained.parameters);
    expect(isFresh(moved)).toBe(true);
  });

  test('targets that don’t fit the loss are refused and nothing is lost', () => {
    expect(() => movePoint(3, { targets: [0.5] })(moons)).toThrow(
      'data.targets[3] is 0.5: binary cross-entropy needs 0 or 1',
    );
    expect(() => movePoint(3, { inputs: [1e200, 0] })(moons)).toThrow('input is 1e+200: allowed');
  });

  test('the last point stays', () => {
    const single = setCount(1)(moons);
    expect(() => removePoint(0)(single)).toThrow('data has 1 point: at least 1 is needed');
  });

  test('no more points than the limit', () => {
    expect(() => addPoint({ inputs: [0, 0], targets: [1] })(setCount(2000)(moons))).toThrow(
      'N is 2001: allowed 1 to 2000',
    );
  });

  test('a point added and removed again leaves the rows as they were', () => {
    const own = movePoint(0, { inputs: [1, 1] })(moons);
    const added = addPoint({ inputs: [3, 4], targets: [1] })(own);
    expect(asOwnData(added.data).inputs.at(-1)).toEqual([3, 4]);
    expect(removePoint(120)(added).data).toEqual(own.data);
  });
});

const entry = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const rowsOf = (columns: number, value: fc.Arbitrary<number>) =>
  fc.array(fc.array(value, { minLength: columns, maxLength: columns }), { minLength: 4, maxLength: 4 });
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.constantFrom(...dataSetIds).map(setDataSet),
  fc.integer({ min: -1, max: 60 }).map(setCount),
  fc.double({ min: -1, max: 11 }).map(setNoise),
  fc.integer().map(setSeed),
  fc.constant(drawAnew),
  fc.constant(addLayer),
  fc.constantFrom(...lossKinds).map(setLoss),
  fc.constantFrom('sum' as const, 'mean' as const).map(setReduction),
  fc.double().map(setWeightDecay),
  fc.nat({ max: 30 }).map(removePoint),
  fc
    .tuple(fc.nat({ max: 30 }), fc.array(entry, { maxLength: 3 }))
    .map(([n, inputs]) => movePoint(n, { inputs })),
  fc
    .tuple(fc.nat({ max: 30 }), fc.array(fc.constantFrom(0, 1, 0.5), { maxLength: 3 }))
    .map(([n, targets]) => movePoint(n, { targets })),
  fc
    .tuple(fc.array(entry, { maxLength: 3 }), fc.array(fc.constantFrom(0, 1, 2), { maxLength: 3 }))
    .map(([inputs, targets]) => addPoint({ inputs, targets })),
  fc
    .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }))
    .chain(([D, K]) => fc.tuple(rowsOf(D, entry), rowsOf(K, fc.constantFrom(0, 1, 1.5))))
    .map(([inputs, targets]) => takeOwnData(inputs, targets, 'mine')),
);

/** What the page does with a refused edit: nothing. */
function attempt(experiment: Experiment, change: Edit): Experiment {
  try {
    return change(experiment);
  } catch {
    return experiment;
  }
}

test('any sequence of edits leaves a document that can be opened', () => {
  fc.assert(
    fc.property(fc.array(anyEdit, { minLength: 1, maxLength: 12 }), (changes) => {
      const last = changes.reduce(attempt, { ...trained, direction: { kind: 'unit', index: 58 } });
      expect(parseExperiment(structuredClone(last))).toEqual(last);
    }),
    { numRuns: 300 },
  );
});
