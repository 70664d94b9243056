import { describe, test } from 'vitest';
import { createWorkspace } from '../curvature/createWorkspace.ts';
import { exact } from '../curvature/exact.ts';
import { gaussNewton } from '../curvature/gaussNewton.ts';
import { exactByRColumns } from '../products/ofProblem.ts';
import type { Conv2dSpec, LayerSpec, PoolSpec } from '../experiment/problem.ts';
import { checkPasses } from '../testing/checkPasses.ts';
import { expectClose } from '../testing/close.ts';
import { explicitProduct } from '../testing/jacobian.ts';
import { problemOf } from '../testing/randomParts.ts';

// The same sums in another order: a few hundred roundings of 1.1e-16 at most.
const REORDERED = 1e-12;

const NUMBERS = { activation: 'tanh', channels: 2, kernel: 2, stride: 1, padding: 0 } as const;
const conv = (name: string, from: string, numbers: Partial<Conv2dSpec> = {}): LayerSpec => ({
  ...NUMBERS,
  name,
  kind: 'conv2d',
  from: [from],
  ...numbers,
});
const pool = (name: string, kind: PoolSpec['kind'], from: string): LayerSpec => ({
  name,
  kind,
  activation: 'identity',
  from: [from],
  size: 2,
});
const dense = (name: string, units: number, ...from: string[]): LayerSpec => ({
  name,
  kind: 'dense',
  activation: 'tanh',
  units,
  from,
});
const add = (name: string, ...from: string[]): LayerSpec => ({ name, kind: 'add', activation: 'tanh', from });
const SAME = { kernel: 3, padding: 1 };

const pairs = [
  { loss: 'sum-of-squares', activation: 'identity' },
  { loss: 'softmax-cross-entropy', activation: 'softmax' },
] as const;

const drawn = (layers: readonly LayerSpec[], pair: (typeof pairs)[number]) =>
  problemOf([2, 4, 5], layers, { pair, reduction: 'mean', weightDecay: 0.01, N: 3, seed: 11 });

describe('networks that people draw', () => {
  test.each<[string, LayerSpec[]]>([
    ['max pool after a convolution', [conv('c', 'input'), pool('p', 'max-pool', 'c'), dense('o', 3, 'p')]],
    [
      'an activation on a pool',
      [conv('c', 'input'), { ...pool('p', 'average-pool', 'c'), activation: 'sin' }, dense('o', 3, 'p')],
    ],
    ['convolution after convolution', [conv('c', 'input'), conv('d', 'c', { padding: 1, stride: 2 })]],
    ['a pool of the input', [pool('p', 'max-pool', 'input'), dense('o', 3, 'p')]],
    ['a pool as output', [conv('c', 'input'), pool('p', 'average-pool', 'c')]],
    ['an image read by a dense layer', [dense('h', 2, 'input'), dense('o', 3, 'h')]],
    ['a convolution and the input read together', [conv('c', 'input'), dense('o', 3, 'input', 'c')]],
    [
      'flat layers and images read together',
      [dense('h', 2, 'input'), conv('c', 'input'), dense('o', 2, 'c', 'h', 'input')],
    ],
    ['an addition to the input', [conv('c', 'input', SAME), add('s', 'c', 'input'), dense('o', 3, 's')]],
    ['an addition as output', [conv('c', 'input'), conv('d', 'input'), add('s', 'c', 'd')]],
    ['an addition of flat layers', [dense('h', 3, 'input'), dense('g', 3, 'h'), add('s', 'g', 'h')]],
    [
      'an image read by two convolutions',
      [conv('c', 'input'), conv('d', 'c'), conv('e', 'c', { stride: 2 }), dense('o', 2, 'd', 'e')],
    ],
  ])('%s', (_, layers) => {
    for (const pair of pairs) {
      const problem = drawn(layers, pair);
      checkPasses(problem);
      const workspace = createWorkspace(problem);
      const G = explicitProduct(workspace, workspace.seed.M);
      expectClose('H', exact.compute(workspace).values, exactByRColumns(problem), REORDERED);
      expectClose('G', gaussNewton.compute(workspace).values, G, REORDERED);
    }
  });
});

const identity = { activation: 'identity' } as const;

test.each<[string, LayerSpec[]]>([
  ['one convolution', [conv('c', 'input', SAME)]],
  ['a convolution and a pool', [conv('c', 'input', identity), pool('p', 'average-pool', 'c')]],
  ['a sum of convolutions', [conv('c', 'input', identity), conv('d', 'input', identity), add('s', 'c', 'd')]],
])('outputs that are linear in shared weights have H = G: %s', (_, layers) => {
  for (const pair of pairs) {
    const workspace = createWorkspace(drawn(layers, pair));
    expectClose('H', exact.compute(workspace).values, gaussNewton.compute(workspace).values, REORDERED);
  }
});
