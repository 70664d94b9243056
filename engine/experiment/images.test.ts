import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { topologyOf } from '../network/topology.ts';
import { VERSION } from './document.ts';
import { parseExperiment } from './validate.ts';

const CONV = { name: 'conv', kind: 'conv2d', channels: 2, kernel: 3, activation: 'tanh', from: ['input'] };
const POOL = { name: 'pool', kind: 'max-pool', size: 2, from: ['conv'] };
const OUTPUT = { name: 'output', kind: 'dense', units: 2, activation: 'softmax', from: ['pool'] };

type Layer = Readonly<Record<string, unknown>>;

const withNetwork = (layers: readonly (Layer | null)[], input: readonly number[] = [1, 6, 6]) => ({
  version: VERSION,
  network: { input, layers },
  loss: { kind: 'softmax-cross-entropy', reduction: 'mean' },
  data: { set: 'bars', count: 4, noise: 0.1, seed: 1 },
});

const zeros = (length: number): number[] => Array.from({ length }, () => 0);
/** Four rows of `columns` inputs and a target of class 0 of `classes`. */
const ownData = (columns: number, classes = 2) => ({
  inputs: Array.from({ length: 4 }, () => zeros(columns)),
  targets: Array.from({ length: 4 }, () => [1, ...zeros(classes - 1)]),
});

it('stride, padding and activation have defaults', () => {
  const { network, parameters } = parseExperiment(withNetwork([CONV, POOL, OUTPUT]));
  expect(network.layers).toEqual([
    { ...CONV, stride: 1, padding: 0 },
    { ...POOL, activation: 'identity' },
    OUTPUT,
  ]);
  expect(parameters).toHaveLength(2 * (9 + 1) + 2 * (8 + 1));
});

it.each<[string, Layer]>([
  ['a convolution', { ...CONV, kernel: 6, activation: 'softmax' }],
  ['a pool', { name: 'p', kind: 'average-pool', size: 4, activation: 'softmax', from: ['conv'] }],
  ['a sum', { name: 's', kind: 'add', activation: 'softmax', from: ['wide', 'other'] }],
])('%s can be the output', (_, output) => {
  const wide = { ...CONV, name: 'wide', kernel: 6 };
  const layers = [CONV, wide, { ...wide, name: 'other' }, { ...output, name: 'output' }];
  expect(topologyOf(parseExperiment(withNetwork(layers)).network).outputUnits).toBe(2);
});

it.each<[string, (Layer | null)[], string]>([
  [
    'kernel larger than the image',
    [{ ...CONV, kernel: 7 }, POOL, OUTPUT],
    'layer conv needs a kernel of at most 6: 7',
  ],
  [
    'kernel larger than image and padding',
    [{ ...CONV, kernel: 9, padding: 1 }, POOL, OUTPUT],
    'layer conv needs a kernel of at most 8: 9',
  ],
  ['kernel 0', [{ ...CONV, kernel: 0 }, POOL, OUTPUT], 'network.layers[0].kernel is 0: allowed 1 to 28'],
  ['kernel 29', [{ ...CONV, kernel: 29 }, POOL, OUTPUT], 'network.layers[0].kernel is 29: allowed 1 to 28'],
  [
    'two kernel sides',
    [{ ...CONV, kernel: [3, 3] }, POOL, OUTPUT],
    'network.layers[0].kernel is a list: allowed 1 to 28',
  ],
  ['stride 0', [{ ...CONV, stride: 0 }, POOL, OUTPUT], 'network.layers[0].stride is 0: allowed 1 to 28'],
  [
    'stride 1.5',
    [{ ...CONV, stride: 1.5 }, POOL, OUTPUT],
    'network.layers[0].stride is 1.5: allowed 1 to 28',
  ],
  [
    'padding −1',
    [{ ...CONV, padding: -1 }, POOL, OUTPUT],
    'network.layers[0].padding is -1: allowed 0 to 28',
  ],
  [
    'padding 1e9',
    [{ ...CONV, padding: 1e9 }, POOL, OUTPUT],
    'network.layers[0].padding is 1000000000: allowed 0 to 28',
  ],
  [
    'too many channels',
    [{ ...CONV, channels: 17 }, POOL, OUTPUT],
    'network.layers[0].channels is 17: allowed 1 to 16',
  ],
  [
    'too many units',
    [{ ...CONV, padding: 28 }, POOL, OUTPUT],
    'network.layers[0] has 7200 units: allowed 1 to 784',
  ],
  ['units of a convolution', [{ ...CONV, units: 3 }, POOL, OUTPUT], 'unknown field: network.layers[0].units'],
  [
    'kernel of a dense layer',
    [{ ...OUTPUT, kernel: 3, from: ['input'] }],
    'unknown field: network.layers[0].kernel',
  ],
  [
    'window larger than the image',
    [CONV, { ...POOL, size: 5 }, OUTPUT],
    'layer pool needs a window of at most 4: 5',
  ],
  ['window 0', [CONV, { ...POOL, size: 0 }, OUTPUT], 'network.layers[1].size is 0: allowed 1 to 28'],
  [
    'window Infinity',
    [CONV, { ...POOL, size: Infinity }, OUTPUT],
    'network.layers[1].size is Infinity: allowed 1 to 28',
  ],
  [
    'softmax on a hidden pool',
    [CONV, { ...POOL, activation: 'softmax' }, OUTPUT],
    'network.layers[1]: activation is softmax: allowed at the output only',
  ],
  [
    'a convolution of two layers',
    [CONV, { ...CONV, name: 'two', from: ['input', 'conv'] }, { ...OUTPUT, from: ['two'] }],
    'layer two reads one layer, from has 2',
  ],
  [
    'a pool of two layers',
    [CONV, { ...POOL, from: ['input', 'conv'] }, OUTPUT],
    'layer pool reads one layer, from has 2',
  ],
  [
    'a convolution of a flat layer',
    [
      { ...OUTPUT, name: 'flat', units: 3, activation: 'tanh', from: ['input'] },
      { ...CONV, from: ['flat'] },
      POOL,
      OUTPUT,
    ],
    'layer conv needs an image, what it reads is flat: 3',
  ],
  [
    'a sum of unequal shapes',
    [CONV, { name: 'sum', kind: 'add', from: ['input', 'conv'] }, { ...OUTPUT, from: ['sum'] }],
    'layer sum adds layers of one shape, it reads: 1 × 6 × 6, 2 × 4 × 4',
  ],
  [
    'outputs that are not the targets',
    [{ ...CONV, activation: 'softmax' }],
    'network.layers[0] has 32 outputs: allowed 2, one per target column',
  ],
  [
    'no parameters',
    [{ ...POOL, size: 3, activation: 'softmax', from: ['input'] }],
    'network has 0 parameters: allowed 1 to 20000',
  ],
  ['a layer that is none', [null, OUTPUT], 'network.layers[0] is null: an object is needed'],
  ['a layer without kind', [{ name: 'conv' }, OUTPUT], 'missing field: network.layers[0].kind'],
  ['a layer of a list of kinds', [{ ...CONV, kind: ['conv2d'] }, OUTPUT], 'unknown layer kind: a list'],
])('%s is refused', (_, layers, message) => {
  expect(() => parseExperiment(withNetwork(layers))).toThrow(message);
});

describe('inputs', () => {
  const dense = [{ ...OUTPUT, from: ['input'] }];

  it.each<[readonly number[], string]>([
    [[1, 6], 'network.input has 2 entries: allowed 1'],
    [[1, 6, 6, 1], 'network.input has 4 entries: allowed 1'],
    [[0, 6, 6], 'network.input[0] is 0: allowed 1 to 16'],
    [[1, 29, 6], 'network.input[1] is 29: allowed 1 to 28'],
    [[2, 28, 28], 'network.input is 2 × 28 × 28: allowed 784 entries in all'],
    [[1, 6, 5], "network.input is 1 × 6 × 5: allowed 1 × 6 × 6, the data set's images"],
    [[2], "network.input is 2: allowed 1 × 6 × 6, the data set's images"],
    [[36], 'network.input[0] is 36: allowed 1 to 16'],
  ])('%j is refused', (input, message) => {
    expect(() => parseExperiment(withNetwork(dense, input))).toThrow(message);
  });

  it('own rows wider than a flat input need an image', () => {
    const own = { ...withNetwork(dense, [1, 4, 5]), data: ownData(20) };
    expect(parseExperiment(own).parameters).toHaveLength(42);
    expect(() => parseExperiment({ ...own, network: { input: [2], layers: dense } })).toThrow(
      'data.inputs[0] has 20 entries: allowed 1 to 16, more where network.input is an image',
    );
    expect(() => parseExperiment({ ...own, data: ownData(21) })).toThrow(
      'network.input is 1 × 4 × 5: allowed 21 entries, one per input column',
    );
    expect(() => parseExperiment({ ...own, data: ownData(785) })).toThrow(
      'data.inputs[0] has 785 entries: allowed 1 to 784',
    );
  });

  it('own images as large as allowed are taken', () => {
    const own = { ...withNetwork(dense, [1, 28, 28]), data: ownData(784) };
    expect(parseExperiment(own).parameters).toHaveLength(1570);
  });
});

it('whatever the layers ask for is a document or a message, at once and without memory for it', () => {
  const side = fc.integer({ min: 1, max: 28 });
  const layer = (index: number) =>
    fc.record({
      name: fc.constant(`layer${index}`),
      kind: fc.constantFrom('dense', 'conv2d', 'average-pool', 'max-pool', 'add'),
      from: fc.uniqueArray(
        fc.constantFrom('input', ...Array.from({ length: index }, (_, q) => `layer${q}`)),
        { minLength: 1, maxLength: 2 },
      ),
      activation: fc.constantFrom('softmax', 'tanh'),
      numbers: fc.record({
        channels: fc.integer({ min: 1, max: 16 }),
        kernel: side,
        stride: side,
        padding: fc.integer({ min: 0, max: 28 }),
        units: fc.integer({ min: 1, max: 256 }),
        size: side,
      }),
    });
  const FIELDS: Readonly<Record<string, readonly (keyof Layer)[]>> = {
    dense: ['units'],
    conv2d: ['channels', 'kernel', 'stride', 'padding'],
    'average-pool': ['size'],
    'max-pool': ['size'],
    add: [],
  };
  const layers = fc
    .integer({ min: 1, max: 8 })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => layer(index))));
  fc.assert(
    fc.property(layers, fc.tuple(fc.constant(1), side, side), (drawn, input) => {
      const network = drawn.map(({ numbers, kind, ...common }, index) => ({
        ...common,
        kind,
        activation: index === drawn.length - 1 ? 'softmax' : 'tanh',
        ...Object.fromEntries(Object.entries(numbers).filter(([field]) => FIELDS[kind].includes(field))),
      }));
      try {
        const document = parseExperiment({
          ...withNetwork(network, input),
          data: ownData(input[1] * input[2]),
        });
        expect(topologyOf(document.network).W).toBeLessThanOrEqual(20_000);
      } catch (error) {
        expect((error as Error).message).toMatch(/^(network|layer layer\d|data)/);
      }
    }),
    { numRuns: 1000 },
  );
});
