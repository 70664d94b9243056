import { dataColumns } from '../../../engine/data/batch.ts';
import { dataSetOf, type DataSetId } from '../../../engine/data/index.ts';
import type { DataSpec, Experiment, GeneratedData, OwnData } from '../../../engine/experiment/document.ts';
import { LIMITS } from '../../../engine/experiment/limits.ts';
import { topologyOf } from '../../../engine/network/topology.ts';
import type { Edit } from '../experiment.ts';
import { fitNetwork, inputShapeOf } from './fitNetwork.ts';
import { pairFor } from './targets.ts';
import { titleFor } from './dataTitle.ts';
import { restartTraining } from './training.ts';
import { checkSeed, checkWhole, nextSeed } from './wholeNumbers.ts';
import { withNetwork } from './withNetwork.ts';

const sameNumbers = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((value, index) => value === b[index]);

/**
 * The experiment on other data: inputs, output units, output activation and loss follow it; layers that read
 * images go when there are none; all else stays.
 */
function adopt(experiment: Experiment, data: DataSpec): Experiment {
  const { network, loss } = experiment;
  const pair = pairFor(experiment, data);
  const next = { ...experiment, title: titleFor(experiment, data), data, loss: { ...loss, kind: pair.loss } };
  const output = network.layers.at(-1);
  const fits =
    sameNumbers(network.input, inputShapeOf(data)) &&
    topologyOf(network).outputUnits === dataColumns(data).targets &&
    output?.activation === pair.activation;
  return fits ? restartTraining(next) : withNetwork(next, fitNetwork(network, data, pair.activation));
}

/** Draws a data set of the list, at its own size and noise; the seed in use stays. */
export const setDataSet =
  (set: DataSetId): Edit =>
  (experiment) => {
    const { data } = experiment;
    if ('set' in data && data.set === set) return experiment;
    const seed = 'set' in data ? data.seed : 1;
    return adopt(experiment, { set, ...dataSetOf(set).defaults, seed });
  };

function redraw(change: Partial<GeneratedData>): Edit {
  return (experiment) => {
    const { data } = experiment;
    if (!('set' in data)) throw new Error('internal: own data are not drawn');
    const next = { ...data, ...change };
    if (next.count === data.count && next.noise === data.noise && next.seed === data.seed) return experiment;
    return restartTraining({ ...experiment, data: next });
  };
}

/** @throws `N is 0: allowed whole numbers 1 to 2000` */
export const setCount = (count: number): Edit => {
  return (experiment) => {
    checkWhole('N', count, 1, LIMITS.patterns);
    return redraw({ count })(experiment);
  };
};

/** @throws `noise is -1: allowed 0 to 10` */
export const setNoise = (noise: number): Edit => {
  return (experiment) => {
    if (!(noise >= 0 && noise <= LIMITS.noise))
      throw new Error(`noise is ${noise}: allowed 0 to ${LIMITS.noise}`);
    return redraw({ noise })(experiment);
  };
};

/** @throws `seed is -1: allowed whole numbers 0 to 2147483647` */
export const setSeed = (seed: number): Edit => {
  return (experiment) => {
    checkSeed(seed);
    return redraw({ seed })(experiment);
  };
};

/** The same rule from the next seed. */
export const drawAnew: Edit = (experiment) => {
  const seed = 'set' in experiment.data ? experiment.data.seed : 0;
  return setSeed(nextSeed(seed))(experiment);
};

type Rows = readonly (readonly number[])[];

function checkColumns(name: string, rows: Rows, most: number): void {
  const columns = rows[0]?.length ?? 0;
  if (columns < 1 || columns > most)
    throw new Error(`data has ${columns} ${name} columns: allowed 1 to ${most}`);
  rows.forEach((row, n) => {
    if (row.length !== columns)
      throw new Error(`row ${n + 1} has ${row.length} ${name} columns, the first row has ${columns}`);
    const wrong = row.find((value) => !(Math.abs(value) <= LIMITS.magnitude));
    if (wrong !== undefined)
      throw new Error(`row ${n + 1} holds ${wrong}: allowed −${LIMITS.magnitude} to ${LIMITS.magnitude}`);
  });
}

/**
 * Takes a person's own rows.
 * @throws `data has 0 rows: allowed 1 to 2000`, `data has 20 input columns: allowed 1 to 16`,
 *   `row 3 has 1 input columns, the first row has 2`, `row 3 holds Infinity: allowed −1e+150 to 1e+150`
 */
export function takeOwnData(inputs: Rows, targets: Rows, name: string): Edit {
  return (experiment) => {
    if (inputs.length < 1 || inputs.length > LIMITS.patterns)
      throw new Error(`data has ${inputs.length} rows: allowed 1 to ${LIMITS.patterns}`);
    if (targets.length !== inputs.length)
      throw new Error(`data has ${targets.length} rows of targets, ${inputs.length} rows of inputs`);
    checkColumns('input', inputs, LIMITS.inputs);
    checkColumns('target', targets, LIMITS.units);
    const data: OwnData = { name: name.slice(0, LIMITS.title), inputs, targets };
    return adopt(experiment, data);
  };
}
