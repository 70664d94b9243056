import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matrixIds } from '../curvature/index.ts';
import { dataSetIds, dataSetOf } from '../data/index.ts';
import { activationKinds } from '../activations/index.ts';
import { lossKinds, lossOf } from '../losses/index.ts';
import { topologyOf } from '../network/topology.ts';
import { VERSION } from './document.ts';
import { lossOutputProblem, targetsProblem } from './compatibility.ts';
import { initialParameters } from './initialise.ts';
import { LIMITS } from './limits.ts';
import { DEFAULT_ESTIMATION } from './problem.ts';
import { parseExperiment } from './validate.ts';

const SHORT = {
  version: VERSION,
  network: {
    input: [2],
    layers: [
      { name: 'hidden1', kind: 'dense', units: 3, activation: 'tanh', from: ['input'] },
      { name: 'output', kind: 'dense', units: 1, activation: 'logistic', from: ['hidden1'] },
    ],
  },
  loss: { kind: 'binary-cross-entropy', reduction: 'sum' },
  data: { set: 'xor', count: 8, noise: 0.1, seed: 1 },
  parameters: { seed: 4, scale: 2 },
};
const OWN = {
  inputs: [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ],
  targets: [[0], [1], [1], [0]],
};

type Path = readonly (string | number)[];

/** The short document with the value at a path replaced; `undefined` removes it. */
function withChange(path: Path, value: unknown, base: object = SHORT): unknown {
  const copy = structuredClone(base) as Record<string | number, unknown>;
  let place = copy;
  for (const key of path.slice(0, -1)) place = place[key] as Record<string | number, unknown>;
  const last = path[path.length - 1];
  if (value === undefined) delete place[last];
  else place[last] = value;
  return copy;
}

describe('a short document by hand', () => {
  it('gets its weights drawn and its other parts by default', () => {
    const experiment = parseExperiment(SHORT);
    expect(experiment.parameters).toEqual(initialParameters(experiment.network, { seed: 4, scale: 2 }));
    expect(experiment.parameters).toHaveLength(13);
    expect(experiment.initialisation).toEqual({ seed: 4, scale: 2 });
    expect(experiment.weightDecay).toBe(0);
    expect(experiment.estimation).toEqual(DEFAULT_ESTIMATION);
    expect(experiment.view.matrices).toHaveLength(6);
    expect(parseExperiment(experiment)).toEqual(experiment);
  });

  it('may leave the weights out', () => {
    const experiment = parseExperiment(withChange(['parameters'], undefined));
    expect(experiment.parameters).toEqual(initialParameters(experiment.network, experiment.initialisation));
  });
});

const layers = ['network', 'layers'] as const;
const many = (count: number, value: unknown = 0) => Array.from({ length: count }, () => value);

it.each<[Path, unknown, string]>([
  [layers, [], 'network.layers has 0 entries: allowed 1 to 8'],
  [layers, many(9), 'network.layers has 9 entries: allowed 1 to 8'],
  [layers, 'deep', 'network.layers is deep: a list is needed'],
  [[...layers, 1], null, 'network.layers[1] is null: an object is needed'],
  [[...layers, 1, 'units'], 10000, 'network.layers[1].units is 10000: allowed 1 to 256'],
  [[...layers, 1, 'units'], 0, 'network.layers[1].units is 0: allowed 1 to 256'],
  [[...layers, 1, 'units'], 2.5, 'network.layers[1].units is 2.5: allowed 1 to 256'],
  [[...layers, 1, 'units'], undefined, 'missing field: network.layers[1].units'],
  [[...layers, 1, 'units'], 2, 'network.layers[1].units is 2: allowed 1, one per target column'],
  [[...layers, 1, 'kind'], 'conv', 'unknown layer kind: conv'],
  [[...layers, 1, 'activation'], 'swish', 'unknown activation: swish'],
  [[...layers, 1, 'activation'], 'constructor', 'unknown activation: constructor'],
  [[...layers, 1, 'activation'], ['tanh'], 'network.layers[1].activation is a list: a name is needed'],
  [
    [...layers, 0, 'activation'],
    'softmax',
    'network.layers[0]: activation is softmax: allowed at the output only',
  ],
  [
    [...layers, 1, 'activation'],
    'tanh',
    'output activation is tanh: binary cross-entropy goes with logistic',
  ],
  [[...layers, 0, 'name'], 'input', 'network.layers[0].name is reserved: input'],
  [[...layers, 0, 'name'], 'toString', 'network.layers[0].name is reserved: toString'],
  [[...layers, 0, 'name'], '__proto__', 'network.layers[0].name is reserved: __proto__'],
  [[...layers, 0, 'name'], '', 'network.layers[0].name is : allowed 1 to 40 characters'],
  [
    [...layers, 0, 'name'],
    'a\u0000b',
    'network.layers[0].name is a\ufffdb: allowed printable characters only',
  ],
  [[...layers, 1, 'name'], 'hidden1', 'network.layers[1].name is taken: hidden1'],
  [[...layers, 1, 'from'], [], 'network.layers[1].from has 0 entries: allowed 1 to 9'],
  [[...layers, 1, 'from'], ['hidden9'], 'network.layers[1].from names no earlier layer: hidden9'],
  [[...layers, 1, 'from'], ['output'], 'network.layers[1].from names no earlier layer: output'],
  [[...layers, 1, 'from'], ['hidden1', 'hidden1'], 'network.layers[1].from is repeated: hidden1'],
  [['network', 'input'], [3], 'network.input is 3: allowed 2, one per input column'],
  [['network', 'input'], [17], 'network.input[0] is 17: allowed 1 to 16'],
  [['network', 'input'], [], 'network.input has 0 entries: allowed 1'],
  [['loss', 'kind'], 'hinge', 'unknown loss: hinge'],
  [['loss', 'reduction'], 'median', 'unknown reduction: median'],
  [['weightDecay'], -1, 'weightDecay is -1: allowed 0 to 1000000'],
  [['weightDecay'], NaN, 'weightDecay is NaN: allowed 0 to 1000000'],
  [['data'], undefined, 'missing field: data'],
  [['data', 'count'], 0, 'data.count is 0: allowed 1 to 2000'],
  [['data', 'set'], 'iris', 'unknown data set: iris'],
  [['data', 'set'], '__proto__', 'unknown data set: __proto__'],
  [['data', 'seed'], -1, 'data.seed is -1: allowed 0 to 2147483647'],
  [['data', 'noise'], Infinity, 'data.noise is Infinity: allowed 0 to 10'],
  [
    ['data', 'set'],
    'moons-of-jupiter-and-saturn-and-all-the-others',
    'unknown data set: moons-of-jupiter-and-saturn-and-all-the-…',
  ],
  [['parameters'], many(12), 'parameters has 12 entries, network needs 13'],
  [['parameters'], many(20_001), 'parameters has 20001 entries: allowed 1 to 20000'],
  [['parameters'], many(13, 1e151), 'parameters[0] is 1e+151: allowed -1e+150 to 1e+150'],
  [['parameters'], many(13, '1'), 'parameters[0] is 1: allowed -1e+150 to 1e+150'],
  [['parameters'], { seed: 1, scale: 0 }, 'parameters.scale is 0: allowed above 0, up to 100'],
  [['parameters'], { length: 13 }, 'parameters is an object: a list is needed'],
  [['initialisation'], { seed: 1 }, 'missing field: initialisation.scale'],
  [['direction'], { kind: 'sideways' }, 'unknown direction: sideways'],
  [['direction'], 4, 'direction is 4: an object is needed'],
  [['direction'], { kind: 'unit', index: 13 }, 'direction.index is 13: allowed 0 to 12'],
  [['direction'], { kind: 'gradient', seed: 1 }, 'unknown field: direction.seed'],
  [['estimation'], { samples: 0 }, 'estimation.samples is 0: allowed 1 to 1024'],
  [['estimation'], { samples: 2.5 }, 'estimation.samples is 2.5: allowed 1 to 1024'],
  [['estimation'], { rank: 65 }, 'estimation.rank is 65: allowed 1 to 64'],
  [['estimation'], { seed: -1 }, 'estimation.seed is -1: allowed 0 to 2147483647'],
  [['estimation'], { draws: 3 }, 'unknown field: estimation.draws'],
  [['estimation'], 7, 'estimation is 7: an object is needed'],
  [['training'], { method: 'adam' }, 'unknown method: adam'],
  [['training'], { learningRate: 0 }, 'training.learningRate is 0: allowed above 0, up to 100'],
  [['training'], { start: [1, 2] }, 'training.start has 2 entries, network needs 13'],
  [
    ['training'],
    { curve: { stride: 1, errors: many(401) } },
    'training.curve.errors has 401 entries: allowed 0 to 400',
  ],
  [
    ['training'],
    { curve: { stride: 1, errors: [NaN] } },
    'training.curve.errors[0] is NaN: a finite number is needed',
  ],
  [['view'], { matrices: ['exact', 'hessian'] }, 'unknown matrix: hessian'],
  [['view'], { matrices: [] }, `view.matrices has 0 entries: allowed 1 to ${matrixIds.length}`],
  [['view'], { matrices: ['exact', 'exact'] }, 'view.matrices is repeated: exact'],
  [['view'], { entry: [0, 13] }, 'view.entry[1] is 13: allowed 0 to 12'],
  [['view'], { entry: [0] }, 'view.entry has 1 entries: allowed 2'],
  [['view'], { parameter: 13 }, 'view.parameter is 13: allowed 0 to 12'],
  [['view'], { scale: 'log' }, 'unknown colour scale: log'],
  [['title'], 'x'.repeat(121), `title is ${'x'.repeat(40)}…: allowed 0 to 120 characters`],
  [['title'], 'abc\u202edef', 'allowed printable characters only'],
  [['title'], '\ud800', 'allowed printable characters only'],
  [['extra'], 1, 'unknown field: extra'],
  [['network', 'constructor'], 1, 'unknown field: network.constructor'],
])('%j = %j is refused', (path, value, message) => {
  expect(() => parseExperiment(withChange(path, value))).toThrow(message);
});

it.each<[Path, unknown, string]>([
  [['targets', 3], [0.5], 'data.targets[3] is 0.5: binary cross-entropy needs 0 or 1'],
  [['targets', 3], [0, 1], 'data.targets[3] has 2 entries, the first row has 1'],
  [['targets', 3], undefined, 'data.targets[3] is missing: a list is needed'],
  [['targets'], [[1]], 'data.targets has 1 rows, data.inputs has 4'],
  [['inputs'], [], 'data.inputs has 0 entries: allowed 1 to 2000'],
  [['inputs'], many(2001), 'data.inputs has 2001 entries: allowed 1 to 2000'],
  [['inputs', 2], [1], 'data.inputs[2] has 1 entries, the first row has 2'],
  [['inputs', 2], [1, 1e308], 'data.inputs[2][1] is 1e+308: allowed -1e+150 to 1e+150'],
  [['inputs', 2], [1, null], 'data.inputs[2][1] is null: allowed -1e+150 to 1e+150'],
  [['inputs', 2], [], 'data.inputs[2] has 0 entries: allowed 1 to 784'],
  [['name'], 5, 'data.name is 5: allowed 0 to 120 characters'],
  [['rows'], 5, 'unknown field: data.rows'],
])('own data with %j = %j is refused', (path, value, message) => {
  const base = { ...SHORT, data: OWN };
  expect(() => parseExperiment(base)).not.toThrow();
  expect(() => parseExperiment(withChange(['data', ...path], value, base))).toThrow(message);
});

it('a network over the limit of parameters is refused before any weight is drawn', () => {
  const wide = { name: 'hidden2', kind: 'dense', units: 256, activation: 'tanh', from: ['hidden1'] };
  const big = withChange(layers, [{ ...SHORT.network.layers[0], units: 256 }, wide, SHORT.network.layers[1]]);
  expect(() => parseExperiment(big)).toThrow(
    `network has 66817 parameters: allowed 1 to ${LIMITS.parameters}`,
  );
});

it('a __proto__ field from JSON is refused and pollutes nothing', () => {
  const text = JSON.stringify(SHORT).replace('{"version"', '{"__proto__":{"polluted":1},"version"');
  expect(() => parseExperiment(JSON.parse(text))).toThrow('unknown field: __proto__');
  expect('polluted' in {}).toBe(false);
});

it('anything at all is either a document or an error', () => {
  fc.assert(
    fc.property(
      fc.anything({ withNullPrototype: true, withSparseArray: true }),
      fc.nat(6),
      (value, place) => {
        const key = ['network', 'loss', 'data', 'parameters', 'direction', 'estimation', 'view'][place];
        for (const document of [value, { ...SHORT, [key]: value }]) {
          try {
            expect(topologyOf(parseExperiment(document).network).W).toBeGreaterThan(0);
          } catch (error) {
            expect((error as Error).message).toMatch(
              /^(document|version|missing|unknown|network|loss|data|parameters|direction|estimation|view)/,
            );
          }
        }
      },
    ),
    { numRuns: 500 },
  );
});

describe('which targets and outputs a loss takes', () => {
  it('each loss takes the sets of its own kind of target, and squares take all', () => {
    for (const id of dataSetIds) {
      const data = { set: id, count: 4, noise: 0, seed: 1 };
      expect(targetsProblem('sum-of-squares', data)).toBeNull();
      const rows = {
        inputs: [],
        targets: [
          [0, 1],
          [0.5, 0.5],
        ],
      };
      expect(targetsProblem('softmax-cross-entropy', rows)).toContain('data.targets[1][0] is 0.5');
      const { task } = dataSetOf(id);
      const bits = task === 'binary' || task === 'one-hot';
      expect(targetsProblem('binary-cross-entropy', data) === null).toBe(bits);
      expect(targetsProblem('poisson', data) === null).toBe(bits || task === 'non-negative');
      expect(targetsProblem('softmax-cross-entropy', data) === null).toBe(task === 'one-hot');
    }
  });

  it('counts are not below 0', () => {
    const targets = [[0], [2.5], [7], [-0.5]];
    expect(targetsProblem('poisson', { inputs: [], targets: targets.slice(0, 3) })).toBeNull();
    expect(targetsProblem('poisson', { inputs: [], targets })).toBe(
      'data.targets[3] is -0.5: poisson needs numbers not below 0',
    );
    expect(targetsProblem('poisson', { inputs: [], targets: [[1, -2]] })).toContain(
      'data.targets[0][1] is -2',
    );
    expect(targetsProblem('poisson', { set: 'sine', count: 4, noise: 0, seed: 1 })).toBe(
      'data.set is sine: poisson needs numbers not below 0',
    );
  });

  it('one-hot rows hold a single 1', () => {
    const rows = {
      inputs: [],
      targets: [
        [0, 1],
        [1, 1],
      ],
    };
    expect(targetsProblem('softmax-cross-entropy', rows)).toBe(
      'data.targets[1] is 1, 1: softmax cross-entropy needs one 1 among zeros in every row',
    );
    expect(targetsProblem('binary-cross-entropy', rows)).toBeNull();
  });

  it.each(lossKinds)('%s goes with the outputs it names, and says why not with others', (kind) => {
    for (const output of lossOf(kind).outputs) expect(lossOutputProblem(kind, output)).toBeNull();
    const others = activationKinds.filter((output) => !lossOf(kind).outputs.includes(output));
    if (lossOf(kind).targets !== 'real') expect(others).toContain('relu');
    for (const output of others) expect(lossOutputProblem(kind, output)).toContain(lossOf(kind).reason);
  });
});
