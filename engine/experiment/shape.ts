import * as v from 'valibot';
import { activationKinds } from '../activations/index.ts';
import { matrixIds } from '../curvature/index.ts';
import { dataSetIds } from '../data/index.ts';
import { lossKinds } from '../losses/index.ts';
import { optimiserIds } from '../uses/optimisers/index.ts';
import { DEFAULTS } from './defaults.ts';
import { VERSION } from './document.ts';
import { type LensId, lensIds } from './lenses.ts';
import type { LayerKindName } from './problem.ts';
import { LIMITS } from './limits.ts';
import { entry, finite, listOf, oneOf, positive, real, text, whole } from './shapeParts.ts';

const seed = whole(0, LIMITS.seed);
/** An index into some network's parameters. */
export const parameterIndex = whole(0, LIMITS.parameters - 1);

const common = {
  name: text(1, LIMITS.name),
  activation: v.optional(oneOf('activation', activationKinds), 'identity'),
  from: listOf(text(1, LIMITS.name), 1, LIMITS.layers + 1),
};

/** What each kind of layer holds beside name, activation and sources. */
const layerShapes = {
  dense: v.strictObject({ ...common, kind: v.literal('dense'), units: whole(1, LIMITS.units) }),
  conv2d: v.strictObject({
    ...common,
    kind: v.literal('conv2d'),
    channels: whole(1, LIMITS.channels),
    kernel: whole(1, LIMITS.side),
    stride: v.optional(whole(1, LIMITS.side), 1),
    padding: v.optional(whole(0, LIMITS.side), 0),
  }),
  'average-pool': v.strictObject({
    ...common,
    kind: v.literal('average-pool'),
    size: whole(1, LIMITS.side),
  }),
  'max-pool': v.strictObject({ ...common, kind: v.literal('max-pool'), size: whole(1, LIMITS.side) }),
  add: v.strictObject({ ...common, kind: v.literal('add') }),
} satisfies Record<LayerKindName, v.GenericSchema>;

const layer = v.variant(
  'kind',
  [
    layerShapes.dense,
    layerShapes.conv2d,
    layerShapes['average-pool'],
    layerShapes['max-pool'],
    layerShapes.add,
  ],
  'layer kind',
);

/** [features], or [channels, height, width]. */
const input = v.lazy((value) =>
  Array.isArray(value) && value.length === 3
    ? v.strictTuple([whole(1, LIMITS.channels), whole(1, LIMITS.side), whole(1, LIMITS.side)])
    : listOf(whole(1, LIMITS.inputs), 1, 1),
);

const network = v.strictObject({
  input,
  layers: listOf(layer, 1, LIMITS.layers),
});

const loss = v.strictObject({
  kind: oneOf('loss', lossKinds),
  reduction: oneOf('reduction', ['sum', 'mean']),
});

const generatedData = v.strictObject({
  set: oneOf('data set', dataSetIds),
  count: whole(1, LIMITS.patterns),
  noise: real(0, LIMITS.noise),
  seed,
});

const ownData = v.strictObject({
  name: v.exactOptional(text(0, LIMITS.title)),
  inputs: listOf(listOf(entry, 1, LIMITS.pixels), 1, LIMITS.patterns),
  targets: listOf(listOf(entry, 1, LIMITS.units), 1, LIMITS.patterns),
});

const has = (value: unknown, key: string): boolean =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key);

const data = v.lazy((value) => (has(value, 'set') ? generatedData : ownData));

const initialisation = v.strictObject({ seed, scale: positive(LIMITS.scale) });

const numbers = listOf(entry, 1, LIMITS.parameters);

const parameters = v.lazy((value) => (has(value, 'seed') ? initialisation : numbers));

const direction = v.variant(
  'kind',
  [
    v.strictObject({ kind: v.literal('random'), seed }),
    v.strictObject({ kind: v.literal('unit'), index: whole(0, LIMITS.parameters - 1) }),
    v.strictObject({ kind: v.literal('gradient') }),
    v.strictObject({ kind: v.literal('top-eigenvector') }),
  ],
  'direction',
);

const estimation = v.strictObject({
  seed: v.optional(seed, DEFAULTS.estimation.seed),
  samples: v.optional(whole(1, LIMITS.samples), DEFAULTS.estimation.samples),
  rank: v.optional(whole(1, LIMITS.rank), DEFAULTS.estimation.rank),
});

const training = v.strictObject({
  method: v.optional(oneOf('method', optimiserIds), DEFAULTS.training.method),
  learningRate: v.optional(positive(LIMITS.learningRate), DEFAULTS.training.learningRate),
  step: v.optional(whole(0, LIMITS.steps), 0),
  damping: v.optional(real(0, Number.MAX_VALUE), DEFAULTS.training.damping),
  start: v.exactOptional(numbers),
  curve: v.optional(
    v.strictObject({ stride: whole(1, LIMITS.steps), errors: listOf(finite, 0, LIMITS.curve) }),
    { stride: 1, errors: [] },
  ),
});

/** What is chosen in each lens. */
export const lensShapes = {
  differences: v.strictObject({
    matrix: v.exactOptional(oneOf('matrix', matrixIds)),
    figure: oneOf('figure', ['difference', 'scatter', 'blocks', 'spectra']),
  }),
  stepper: v.strictObject({
    step: whole(0, LIMITS.steps),
    figure: v.exactOptional(oneOf('figure', ['network', 'table'])),
  }),
  timeline: v.strictObject({ figure: oneOf('figure', ['errors', 'eigenvalues']) }),
  sweep: v.strictObject({ of: oneOf('sweep', ['product', 'entry']) }),
  cost: v.strictObject({ figure: oneOf('figure', ['network', 'growth']) }),
  surface: v.strictObject({
    axes: oneOf('axes', ['weights', 'eigenvectors']),
    first: parameterIndex,
    second: parameterIndex,
    span: positive(LIMITS.span),
    models: listOf(oneOf('model', ['exact', 'gauss-newton', 'diagonal']), 0, 3),
  }),
} satisfies Record<LensId, v.GenericSchema>;

const lenses = v.strictObject({
  differences: v.exactOptional(lensShapes.differences),
  stepper: v.exactOptional(lensShapes.stepper),
  timeline: v.exactOptional(lensShapes.timeline),
  sweep: v.exactOptional(lensShapes.sweep),
  cost: v.exactOptional(lensShapes.cost),
  surface: v.exactOptional(lensShapes.surface),
} satisfies Record<LensId, v.GenericSchema>);

const view = v.strictObject({
  matrices: v.optional(listOf(oneOf('matrix', matrixIds), 1, matrixIds.length), [...DEFAULTS.view.matrices]),
  scale: v.optional(oneOf('colour scale', ['shared', 'each']), DEFAULTS.view.scale),
  transfer: v.optional(oneOf('colour transfer', ['linear', 'symlog']), DEFAULTS.view.transfer),
  entry: v.exactOptional(
    v.pipe(
      listOf(parameterIndex, 2, 2),
      v.transform(([row, column]): [row: number, column: number] => [row, column]),
    ),
  ),
  parameter: v.exactOptional(parameterIndex),
  pattern: v.exactOptional(whole(0, LIMITS.patterns - 1)),
  anatomy: v.exactOptional(v.literal(true)),
  lens: v.exactOptional(oneOf('lens', lensIds)),
  lenses: v.exactOptional(lenses),
});

/** The shape of a document of this version. Every list's length is checked before its entries. */
export const shape = v.strictObject({
  version: v.literal(VERSION),
  title: v.optional(text(0, LIMITS.title), DEFAULTS.title),
  network,
  loss,
  weightDecay: v.optional(real(0, LIMITS.weightDecay), 0),
  data,
  parameters: v.optional(parameters, DEFAULTS.initialisation),
  initialisation: v.exactOptional(initialisation),
  direction: v.optional(direction, DEFAULTS.direction),
  estimation: v.optional(estimation, {}),
  training: v.optional(training, {}),
  view: v.optional(view, {}),
});

/** A document whose shape is right: its parts have not been held against each other yet. */
export type Shape = v.InferOutput<typeof shape>;
