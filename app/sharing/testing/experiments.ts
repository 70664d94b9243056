import fc from 'fast-check';
import { expect } from 'vitest';
import { activationKinds, activationOf } from '../../../engine/activations/index.ts';
import { matrixIds } from '../../../engine/curvature/index.ts';
import { dataColumns } from '../../../engine/data/batch.ts';
import { dataSetIds } from '../../../engine/data/index.ts';
import { targetsProblem } from '../../../engine/experiment/compatibility.ts';
import { type DataSpec, type Experiment, VERSION } from '../../../engine/experiment/document.ts';
import type { LayerSpec } from '../../../engine/experiment/problem.ts';
import { lensIds } from '../../../engine/experiment/lenses.ts';
import { LIMITS } from '../../../engine/experiment/limits.ts';
import { lossKinds, lossOf } from '../../../engine/losses/index.ts';
import { INPUT, topologyOf } from '../../../engine/network/topology.ts';
import { optimiserIds } from '../../../engine/uses/optimisers/index.ts';
import { inputShapeOf } from '../../state/edits/fitNetwork.ts';

/** Any double a document may hold, the awkward ones often. */
const number = fc.oneof(
  { weight: 4, arbitrary: fc.double({ min: -LIMITS.magnitude, max: LIMITS.magnitude, noNaN: true }) },
  { weight: 4, arbitrary: fc.double({ min: -4, max: 4, noNaN: true }) },
  fc.constantFrom(-0, 0, 5e-324, -5e-324, 1e150, -1e150, 2.2250738585072014e-308),
);
const record = <T>(parts: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> =>
  fc.record<T>(parts, { noNullPrototype: true });
const seed = fc.nat(LIMITS.seed);
const title = fc
  .string({ maxLength: 40, unit: 'grapheme' })
  .map((text) => text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, ''));
const numbers = (count: number) => fc.array(number, { minLength: count, maxLength: count });

const hiddenKinds = activationKinds.filter((kind) => activationOf(kind).place === 'any');
const generated = record({
  set: fc.constantFrom(...dataSetIds),
  count: fc.integer({ min: 1, max: 300 }),
  noise: fc.double({ min: 0, max: 1, noNaN: true }),
  seed,
});
const own = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
  .chain(([columns, outputs]) =>
    fc.array(fc.tuple(numbers(columns), fc.nat(outputs - 1)), { minLength: 1, maxLength: 9 }).map((rows) => ({
      name: 'own',
      inputs: rows.map(([x]) => x),
      targets: rows.map(([, k]) => Array.from({ length: outputs }, (_, j) => (j === k ? 1 : 0))),
    })),
  );

const lossFor = (data: DataSpec) =>
  record({
    kind: fc.constantFrom(...lossKinds.filter((kind) => targetsProblem(kind, data) === null)),
    reduction: fc.constantFrom('sum' as const, 'mean' as const),
  });

/** A convolution and a pool of the images that a set draws, or nothing. */
const imageLayers = fc.oneof(
  fc.constant([]),
  record({
    channels: fc.integer({ min: 1, max: 3 }),
    kernel: fc.integer({ min: 1, max: 4 }),
    stride: fc.integer({ min: 1, max: 2 }),
    padding: fc.integer({ min: 0, max: 2 }),
    activation: fc.constantFrom(...hiddenKinds),
    pool: fc.constantFrom('average-pool' as const, 'max-pool' as const),
  }).map(({ pool, ...conv }): LayerSpec[] => [
    { ...conv, name: 'conv', kind: 'conv2d', from: [INPUT] },
    { name: 'sum', kind: 'add', activation: 'identity', from: ['conv'] },
    { name: 'pool', kind: pool, activation: 'identity', size: 2, from: ['sum'] },
  ]),
);

const layersFor = (data: DataSpec, outputs: (typeof activationKinds)[number][]) =>
  record({
    hidden: fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.constantFrom(...hiddenKinds)), {
      maxLength: 3,
    }),
    output: fc.constantFrom(...outputs),
    skip: fc.boolean(),
    image: inputShapeOf(data).length === 3 ? imageLayers : fc.constant([]),
  }).map(({ hidden, output, skip, image }): readonly LayerSpec[] => {
    const all = [...hidden, [dataColumns(data).targets, output] as const];
    const flat = all.map(([units, activation], n): LayerSpec => {
      const previous = n === 0 ? (image.at(-1)?.name ?? INPUT) : `layer${n - 1}`;
      const from = skip && n > 0 ? [previous, INPUT] : [previous];
      return { name: `layer${n}`, kind: 'dense', units, activation, from };
    });
    return [...image, ...flat];
  });

const training = (W: number) =>
  fc.record(
    {
      method: fc.constantFrom(...optimiserIds),
      learningRate: fc.double({ min: 1e-6, max: 100, noNaN: true }),
      step: fc.nat(LIMITS.steps),
      damping: fc.double({ min: 0, max: 1e300, noNaN: true }),
      start: numbers(W),
      curve: record({
        stride: fc.integer({ min: 1, max: 64 }),
        errors: fc.array(number, { maxLength: 20 }),
      }),
    },
    { requiredKeys: ['method', 'learningRate', 'step', 'damping', 'curve'], noNullPrototype: true },
  );

/** Choices in some of the lenses. */
export const lensSettings = (W: number) =>
  fc.record(
    {
      differences: fc.record(
        {
          matrix: fc.constantFrom(...matrixIds),
          figure: fc.constantFrom(
            'difference' as const,
            'scatter' as const,
            'blocks' as const,
            'spectra' as const,
          ),
        },
        { requiredKeys: ['figure'], noNullPrototype: true },
      ),
      stepper: fc.record(
        { step: fc.nat(LIMITS.steps), figure: fc.constantFrom('network' as const, 'table' as const) },
        { requiredKeys: ['step'], noNullPrototype: true },
      ),
      timeline: record({ figure: fc.constantFrom('errors' as const, 'eigenvalues' as const) }),
      sweep: record({ of: fc.constantFrom('product' as const, 'entry' as const) }),
      cost: record({ figure: fc.constantFrom('network' as const, 'growth' as const) }),
      surface: record({
        axes: fc.constantFrom('weights' as const, 'eigenvectors' as const),
        first: fc.nat(W - 1),
        second: fc.nat(W - 1),
        span: fc.double({ min: 1e-3, max: LIMITS.span, noNaN: true }),
        models: fc.subarray(['exact' as const, 'gauss-newton' as const, 'diagonal' as const]),
      }),
    },
    { requiredKeys: [], noNullPrototype: true },
  );

const view = (W: number) =>
  fc.record(
    {
      matrices: fc.subarray([...matrixIds], { minLength: 1 }),
      scale: fc.constantFrom('shared' as const, 'each' as const),
      transfer: fc.constantFrom('linear' as const, 'symlog' as const),
      entry: fc.tuple(fc.nat(W - 1), fc.nat(W - 1)),
      parameter: fc.nat(W - 1),
      pattern: fc.nat(LIMITS.patterns - 1),
      anatomy: fc.constant(true as const),
      lens: fc.constantFrom(...lensIds),
      lenses: lensSettings(W),
    },
    { requiredKeys: ['matrices', 'scale', 'transfer'], noNullPrototype: true },
  );

/** Valid documents of every kind. */
export const experiments: fc.Arbitrary<Experiment> = fc.oneof(generated, own).chain((data) =>
  lossFor(data).chain((loss) =>
    layersFor(data, [...lossOf(loss.kind).outputs]).chain((layers) => {
      const network = { input: inputShapeOf(data), layers };
      const { W } = topologyOf(network);
      return record({
        version: fc.constant(VERSION),
        title,
        network: fc.constant(network),
        loss: fc.constant(loss),
        weightDecay: fc.double({ min: 0, max: 10, noNaN: true }),
        data: fc.constant(data),
        parameters: numbers(W),
        initialisation: record({ seed, scale: fc.double({ min: 1e-3, max: 100, noNaN: true }) }),
        direction: fc.oneof(
          record({ kind: fc.constant('random' as const), seed }),
          record({ kind: fc.constant('unit' as const), index: fc.nat(W - 1) }),
          fc.constantFrom({ kind: 'gradient' as const }, { kind: 'top-eigenvector' as const }),
        ),
        estimation: record({
          seed,
          samples: fc.integer({ min: 1, max: LIMITS.samples }),
          rank: fc.integer({ min: 1, max: LIMITS.rank }),
        }),
        training: training(W),
        view: view(W),
      });
    }),
  ),
);

/** Fails unless both hold the same fields and the same numbers, −0 told from 0. */
export function sameToTheBit(actual: Experiment, expected: Experiment): void {
  expect(actual).toStrictEqual(expected); // vitest's equality is Object.is on numbers
  expected.parameters.forEach((w, n) => expect(Object.is(actual.parameters[n], w)).toBe(true));
}
