import * as v from 'valibot';
import { dataColumns } from '../data/batch.ts';
import { INPUT, type Topology, topologyOf } from '../network/topology.ts';
import { hiddenActivationProblem, lossOutputProblem, targetsProblem } from './compatibility.ts';
import { DEFAULTS } from './defaults.ts';
import type { DataSpec, Experiment } from './document.ts';
import type { NetworkSpec } from './problem.ts';
import { initialParameters } from './initialise.ts';
import { LIMITS } from './limits.ts';
import { migrate } from './migrate.ts';
import { type Shape, shape } from './shape.ts';
import { sentence } from './shapeParts.ts';
import { show } from './show.ts';

/** Names are unique, not reserved, and every layer reads earlier layers, each once. */
function checkNames({ layers }: NetworkSpec): void {
  const earlier = new Set([INPUT]);
  layers.forEach(({ name, from }, index) => {
    const field = `network.layers[${index}]`;
    if (name === INPUT || name in {}) throw new Error(`${field}.name is reserved: ${show(name)}`);
    if (earlier.has(name)) throw new Error(`${field}.name is taken: ${show(name)}`);
    from.forEach((source, at) => {
      if (!earlier.has(source)) throw new Error(`${field}.from names no earlier layer: ${show(source)}`);
      if (from.indexOf(source) !== at) throw new Error(`${field}.from is repeated: ${show(source)}`);
    });
    earlier.add(name);
  });
}

function checkActivations({ layers }: NetworkSpec, loss: Shape['loss']['kind']): void {
  layers.forEach(({ activation }, index) => {
    const problem =
      index === layers.length - 1 ? lossOutputProblem(loss, activation) : hiddenActivationProblem(activation);
    if (problem !== null) throw new Error(`network.layers[${index}]: ${problem}`);
  });
}

function checkRows(field: string, rows: readonly (readonly number[])[]): void {
  const n = rows.findIndex((row) => row.length !== rows[0].length);
  if (n >= 0)
    throw new Error(`${field}[${n}] has ${rows[n].length} entries, the first row has ${rows[0].length}`);
}

/** A convolution's channels times pixels are units too. */
function checkUnits({ layers }: Topology): void {
  for (const { index, units } of layers) {
    if (units > LIMITS.pixels)
      throw new Error(`network.layers[${index}] has ${units} units: allowed 1 to ${LIMITS.pixels}`);
  }
}

/** Rows of equal length, as many inputs as targets, as many columns as the network has inputs and outputs. */
function checkData(data: DataSpec, network: NetworkSpec, topology: Topology): void {
  if (!('set' in data)) {
    checkRows('data.inputs', data.inputs);
    checkRows('data.targets', data.targets);
    if (data.inputs.length !== data.targets.length)
      throw new Error(`data.targets has ${data.targets.length} rows, data.inputs has ${data.inputs.length}`);
  }
  const columns = dataColumns(data);
  const { inputUnits, outputUnits } = topology;
  const { input } = network;
  if (inputUnits !== columns.inputs)
    throw new Error(
      input.length === 1
        ? `network.input is ${inputUnits}: allowed ${columns.inputs}, one per input column`
        : `network.input is ${input.join(' × ')}: allowed ${columns.inputs} entries, one per input column`,
    );
  const last = network.layers.length - 1;
  const output = network.layers[last];
  if (outputUnits !== columns.targets)
    throw new Error(
      `network.layers[${last}]${output.kind === 'dense' ? '.units' : ''} is ${outputUnits}: allowed ${columns.targets}, one per target column`,
    );
}

function checkLength(field: string, list: readonly number[], W: number): void {
  if (list.length !== W) throw new Error(`${field} has ${list.length} entries, network needs ${W}`);
}

function checkIndex(field: string, index: number | undefined, W: number): void {
  if (index !== undefined && index >= W) throw new Error(`${field} is ${index}: allowed 0 to ${W - 1}`);
}

function checkIndices({ direction, training, view }: Shape, W: number): void {
  if (direction.kind === 'unit') checkIndex('direction.index', direction.index, W);
  if (training.start !== undefined) checkLength('training.start', training.start, W);
  view.entry?.forEach((index, at) => checkIndex(`view.entry[${at}]`, index, W));
  checkIndex('view.parameter', view.parameter, W);
  view.matrices.forEach((id, at) => {
    if (view.matrices.indexOf(id) !== at) throw new Error(`view.matrices is repeated: ${id}`);
  });
}

/**
 * Makes a document of anything that came from outside: a link, a file, storage, a paste. Earlier versions are
 * migrated, optional parts get their defaults, parameters given as {seed, scale} are drawn. Sizes are checked
 * before contents, so hostile input costs no more than reading it: O(size of the document).
 * @throws Error naming field, value and what is allowed: `network.layers[1].units is 10000: allowed 1 to 256`;
 *   NewerVersionError for a document of a later build
 */
export function parseExperiment(value: unknown): Experiment {
  const result = v.safeParse(shape, migrate(value), { abortEarly: true });
  if (!result.success) throw new Error(sentence(result.issues[0]));
  const document = result.output;
  const { network, loss, data } = document;
  checkNames(network);
  checkActivations(network, loss.kind);
  const topology = topologyOf(network);
  checkUnits(topology);
  checkData(data, network, topology);
  const problem = targetsProblem(loss.kind, data);
  if (problem !== null) throw new Error(problem);
  const { W } = topology;
  if (W > LIMITS.parameters)
    throw new Error(`network has ${W} parameters: allowed 1 to ${LIMITS.parameters}`);
  checkIndices(document, W);
  const drawn = 'seed' in document.parameters ? document.parameters : null;
  const parameters =
    'seed' in document.parameters ? initialParameters(network, document.parameters) : document.parameters;
  checkLength('parameters', parameters, W);
  return {
    ...document,
    parameters,
    initialisation: document.initialisation ?? drawn ?? DEFAULTS.initialisation,
  };
}
