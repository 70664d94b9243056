import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Experiment } from '../../../engine/experiment/document.ts';
import { parseExperiment } from '../../../engine/experiment/validate.ts';
import { layerKindNames } from '../../../engine/layers/index.ts';
import { parameterName } from '../../../engine/network/parameterNames.ts';
import { topologyOf } from '../../../engine/network/topology.ts';
import { shapeName } from '../../shell/shapeName.ts';
import type { Edit } from '../experiment.ts';
import { startingExperiment } from '../startingExperiment.ts';
import { setDataSet, takeOwnData } from './data.ts';
import { addLayer, insertionsAfter, insertLayer } from './insertLayer.ts';
import { numbersOf } from './layerNumbers.ts';
import { removeLayer, setNumber, toggleSkip } from './network.ts';
import { placesOf, usualPlace } from './places.ts';

const apply = (...changes: Edit[]): Experiment =>
  changes.reduce((experiment, change) => change(experiment), startingExperiment);

/** 1×6×6 → conv1 2×4×4 → pool1 2×2×2 → output 2. */
const images: readonly Edit[] = [
  setDataSet('bars'),
  insertLayer('conv2d', 'input'),
  insertLayer('max-pool', 'conv1'),
  removeLayer('hidden1'),
  removeLayer('hidden2'),
];

/** Every parameter under the names of its ends. */
const named = ({ network, parameters }: Experiment): ReadonlyMap<string, number> => {
  const topology = topologyOf(network);
  return new Map(
    parameters.map((value, index) => {
      const { layerName, j, source } = parameterName(topology, index);
      const at = topology.layers.find(({ spec }) => spec.name === layerName);
      const shape = at?.sources.find(({ layer }) => layer === source?.layer)?.shape ?? [];
      const pixels = (shape[1] ?? 1) * (shape[2] ?? 1);
      const kernel = source?.kernel;
      const place =
        kernel !== undefined
          ? `${kernel.row},${kernel.column}`
          : `${Math.floor(((source?.i ?? 0) % pixels) / (shape[2] ?? 1))},${(source?.i ?? 0) % (shape[2] ?? 1)}`;
      const channel = kernel === undefined ? Math.floor((source?.i ?? 0) / pixels) : source?.i;
      return [
        source === null ? `${layerName} ${j}` : `${layerName} ${j} ${source.layerName} ${channel} ${place}`,
        value,
      ];
    }),
  );
};

describe('layers of other kinds', () => {
  it('are put between a layer and the first that read it', () => {
    expect(shapeName(apply(...images).network)).toBe('1×6×6-2×4×4-2×2×2-2');
    const { layers } = apply(...images.slice(0, 3), insertLayer('dense', 'pool1')).network;
    expect(layers.map(({ name, from }) => `${name}<${from.join('+')}`)).toEqual([
      'conv1<input',
      'pool1<conv1',
      'hidden3<pool1',
      'hidden1<hidden3',
      'hidden2<hidden1',
      'output<hidden2',
    ]);
    expect(layers.map(({ activation }) => activation)).toEqual([
      'tanh',
      'identity',
      'tanh',
      'tanh',
      'tanh',
      'softmax',
    ]);
  });

  it('leave the other readers of a layer as they were', () => {
    const { layers } = apply(
      setDataSet('bars'),
      toggleSkip('input', 'output'),
      insertLayer('conv2d', 'input'),
    ).network;
    expect(layers.map(({ name, from }) => `${name}<${from.join('+')}`)).toEqual([
      'conv1<input',
      'hidden1<conv1',
      'hidden2<hidden1',
      'output<hidden2+input',
    ]);
  });

  it('add two layers of one shape, the residual connection', () => {
    const residual = apply(
      addLayer,
      setNumber('hidden3', 'units', 5),
      insertLayer('add', 'hidden3', 'hidden2'),
    );
    expect(residual.network.layers.slice(-2).map(({ name, from }) => `${name}<${from.join('+')}`)).toEqual([
      'add1<hidden3+hidden2',
      'output<add1',
    ]);
  });

  it.each<readonly [Edit, string]>([
    [setNumber('conv1', 'kernel', 9), 'kernel is 9: allowed 1 to 6'],
    [setNumber('conv1', 'kernel', 6), 'layer pool1 needs a window of at most 1: 2'],
    [setNumber('conv1', 'channels', 17), 'channels is 17: allowed 1 to 16'],
    [setNumber('conv1', 'stride', 0), 'stride is 0: allowed 1 to 28'],
    [setNumber('conv1', 'padding', 29), 'padding is 29: allowed 0 to 28'],
    [setNumber('conv1', 'padding', 12), 'conv1 gives 1568 numbers: allowed 1 to 784'],
    [setNumber('conv1', 'units', 3), 'conv1 has no such number: units'],
    [setNumber('pool1', 'size', 5), 'window is 5: allowed 1 to 4'],
    [insertLayer('conv2d', 'output'), 'no hidden layer to come after: output'],
    [insertLayer('dense', 'pool9'), 'no hidden layer to come after: pool9'],
    [
      insertLayer('add', 'pool1', 'conv1'),
      'layer add1 adds layers of one shape, it reads: 2 × 2 × 2, 2 × 4 × 4',
    ],
    [toggleSkip('conv1', 'pool1'), 'pool1 must read at least one layer: conv1'],
  ])('refuse what does not fit with a sentence, and change nothing: %#', (change, message) => {
    const before = apply(...images);
    const copy = structuredClone(before);
    expect(() => change(before)).toThrow(new Error(message));
    expect(before).toEqual(copy);
  });

  it('read one image, so another takes its place', () => {
    const { layers } = apply(...images, toggleSkip('input', 'pool1')).network;
    expect(layers[1]?.from).toEqual(['input']);
  });

  it('need an image where they stand, and say so', () => {
    expect(() => apply(insertLayer('conv2d', 'hidden1'))).toThrow(
      new Error('layer conv1 needs an image, what it reads is flat: 6'),
    );
    const [place] = placesOf(startingExperiment.network);
    const offers = insertionsAfter(startingExperiment.network, place!);
    expect(
      offers.map(({ label, outcome }) => [label, 'reason' in outcome ? outcome.reason : outcome.shape]),
    ).toEqual([
      ['Dense', [3]],
      ['Convolution', 'needs an image: input gives 2'],
      ['Average pool', 'needs an image: input gives 2'],
      ['Max pool', 'needs an image: input gives 2'],
      ['Add', 'no layer before input gives 2'],
    ]);
  });
});

describe('weights', () => {
  it('of a kernel stay at their places when it grows, and those of pixels at theirs', () => {
    const before = apply(...images, removeLayer('pool1'));
    for (const change of [
      setNumber('conv1', 'kernel', 4),
      setNumber('conv1', 'kernel', 2),
      setNumber('conv1', 'channels', 3),
      setNumber('conv1', 'padding', 1),
    ]) {
      const after = change(before);
      const [old, next] = [named(before), named(after)];
      const shared = [...next.keys()].filter((name) => old.has(name));
      expect(shared.length).toBeGreaterThan(20);
      for (const name of shared) expect(next.get(name)).toBe(old.get(name));
    }
  });
});

describe('offers', () => {
  const edits: fc.Arbitrary<Edit> = fc.oneof(
    fc.constantFrom<Edit>(setDataSet('bars'), setDataSet('moons'), setDataSet('spiral'), addLayer),
    fc
      .tuple(fc.constantFrom(...layerKindNames), fc.nat(8), fc.nat(8))
      .map(([kind, at, other]): Edit => (experiment) => {
        const places = placesOf(experiment.network);
        const beside = kind === 'add' ? places[other % places.length]?.name : undefined;
        return insertLayer(kind, places[at % places.length]?.name ?? '', beside)(experiment);
      }),
    fc
      .tuple(fc.nat(8), fc.nat(3), fc.integer({ min: -1, max: 30 }))
      .map(([at, field, value]): Edit => (experiment) => {
        const { layers } = topologyOf(experiment.network);
        const layer = layers[at % layers.length]!;
        const fields = Object.keys(numbersOf(layer));
        return setNumber(layer.spec.name, fields[field % fields.length] ?? '', value)(experiment);
      }),
    fc.tuple(fc.nat(8), fc.nat(8)).map(([from, to]): Edit => (experiment) => {
      const names = ['input', ...experiment.network.layers.map(({ name }) => name)];
      return toggleSkip(names[from % names.length]!, names[1 + (to % (names.length - 1))]!)(experiment);
    }),
    fc.nat(8).map(
      (at): Edit =>
        (experiment) =>
          removeLayer(experiment.network.layers[at % experiment.network.layers.length]!.name)(experiment),
    ),
  );

  const attempt = (experiment: Experiment, change: Edit): Experiment => {
    try {
      return change(experiment);
    } catch (error) {
      expect((error as Error).message).not.toMatch(/internal/);
      return experiment;
    }
  };

  it('are what insertion does, and every document on the way can be opened', () => {
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 10 }), (changes) => {
        const experiment = changes.reduce(attempt, apply(...images));
        expect(parseExperiment(JSON.parse(JSON.stringify(experiment)))).toBeTruthy();
        for (const place of placesOf(experiment.network))
          for (const { kind, beside, outcome } of insertionsAfter(experiment.network, place)) {
            const insert = (): Experiment => insertLayer(kind, place.name, beside)(experiment);
            if ('reason' in outcome && kind === 'add' && beside === undefined) continue;
            if ('reason' in outcome) expect(insert).toThrow();
            else
              expect(topologyOf(insert().network).layers.map(({ shape }) => shape)).toContainEqual(
                outcome.shape,
              );
          }
      }),
      { numRuns: 60 },
    );
  });

  it('come after the last image, or before the output', () => {
    expect(usualPlace(placesOf(startingExperiment.network))?.name).toBe('hidden2');
    expect(usualPlace(placesOf(apply(...images).network))?.name).toBe('pool1');
    expect(usualPlace(placesOf(apply(setDataSet('bars')).network))?.name).toBe('input');
  });
});

describe('data of another shape', () => {
  it('take the layers along that can read them', () => {
    const flat = apply(...images.slice(0, 3), setDataSet('moons'));
    expect(shapeName(flat.network)).toBe('2-6-5-1');
    expect(flat.network.layers.map(({ from }) => from)).toEqual([['input'], ['hidden1'], ['hidden2']]);
    expect(shapeName(apply(...images, setDataSet('spiral')).network)).toBe('2-3');
    expect(shapeName(apply(...images, setDataSet('spiral'), setDataSet('bars')).network)).toBe('1×6×6-2');
  });

  it('end a sum whose layers are gone', () => {
    const residual = apply(
      ...images.slice(0, 2),
      setNumber('conv1', 'padding', 1),
      setNumber('conv1', 'channels', 1),
      insertLayer('add', 'conv1', 'input'),
      setDataSet('moons'),
    );
    expect(residual.network.layers.map(({ name, from }) => `${name}<${from.join('+')}`)).toEqual([
      'hidden1<input',
      'hidden2<hidden1',
      'output<hidden2',
    ]);
  });

  it('of a person are flat', () => {
    const rows = [0, 1, 0, 1].map((t) => [t, 1 - t, t]);
    const own = takeOwnData(
      rows,
      rows.map(([t]) => [t!]),
      'mine',
    )(apply(...images));
    expect(own.network.input).toEqual([3]);
  });
});
