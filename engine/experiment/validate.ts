import * as v from 'valibot';
import { dataColumns } from '../data/batch.ts';
import { dataSetOf } from '../data/index.ts';
import { sizeOf } from '../layers/layer.ts';
import { checkNetwork } from './checkNetwork.ts';
import { targetsProblem } from './compatibility.ts';
import { DEFAULTS } from './defaults.ts';
import type { DataSpec, Experiment } from './document.ts';
import type { NetworkSpec } from './problem.ts';
import { initialParameters } from './initialise.ts';
import { LIMITS } from './limits.ts';
import { migrate } from './migrate.ts';
import { type Shape, shape } from './shape.ts';
import { sentence } from './shapeParts.ts';

function checkRows(field: string, rows: readonly (readonly number[])[]): void {
  const n = rows.findIndex((row) => row.length !== rows[0].length);
  if (n >= 0)
    throw new Error(`${field}[${n}] has ${rows[n].length} entries, the first row has ${rows[0].length}`);
}

/** An image may have more entries than a flat input, so rows may be wider where the input is one. */
function checkInput(data: DataSpec, { input }: NetworkSpec): void {
  const columns = dataColumns(data).inputs;
  if (sizeOf(input) === columns) return;
  const given = `network.input is ${input.join(' × ')}`;
  const images = 'set' in data ? dataSetOf(data.set).shape : undefined;
  if (images !== undefined) throw new Error(`${given}: allowed ${images.join(' × ')}, the data set's images`);
  if (input.length > 1) throw new Error(`${given}: allowed ${columns} entries, one per input column`);
  if (columns > LIMITS.inputs)
    throw new Error(
      `data.inputs[0] has ${columns} entries: allowed 1 to ${LIMITS.inputs}, more where network.input is an image`,
    );
  throw new Error(`${given}: allowed ${columns}, one per input column`);
}

/** Rows of equal length, as many inputs as targets, as many columns as the network has inputs and outputs. */
function checkData(data: DataSpec, network: NetworkSpec, outputUnits: number): void {
  if (!('set' in data)) {
    checkRows('data.inputs', data.inputs);
    checkRows('data.targets', data.targets);
    if (data.inputs.length !== data.targets.length)
      throw new Error(`data.targets has ${data.targets.length} rows, data.inputs has ${data.inputs.length}`);
  }
  checkInput(data, network);
  const { targets } = dataColumns(data);
  if (outputUnits === targets) return;
  const last = network.layers.length - 1;
  const isDense = network.layers[last].kind === 'dense';
  const given = isDense ? `.units is ${outputUnits}` : ` has ${outputUnits} outputs`;
  throw new Error(`network.layers[${last}]${given}: allowed ${targets}, one per target column`);
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
  const { W, outputUnits } = checkNetwork(network, loss.kind);
  checkData(data, network, outputUnits);
  const problem = targetsProblem(loss.kind, data);
  if (problem !== null) throw new Error(problem);
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
