import { targetsProblem } from '../../../engine/experiment/compatibility.ts';
import type { DataSpec, Experiment, OwnData } from '../../../engine/experiment/document.ts';
import { LIMITS } from '../../../engine/experiment/limits.ts';
import { batchFor } from '../batch.ts';
import type { Edit } from '../experiment.ts';
import { dataTitle, titleFor } from './dataTitle.ts';
import { restartTraining } from './training.ts';

/** A pattern's numbers; in a change, what is left out stays. */
export interface Point {
  readonly inputs: readonly number[];
  readonly targets: readonly number[];
}

const rowsOf = (values: Float64Array, N: number): number[][] => {
  const columns = values.length / N;
  return Array.from({ length: N }, (_, n) => Array.from(values.subarray(n * columns, (n + 1) * columns)));
};

/** Any data as rows: from the first change of a point on, a drawn set is the person's own. */
export function asOwnData(data: DataSpec): OwnData {
  if (!('set' in data)) return data;
  const { N, inputs, targets } = batchFor(data);
  return {
    name: `${dataTitle(data)}, edited`,
    inputs: rowsOf(inputs, N),
    targets: rowsOf(targets, N),
  };
}

const same = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((value, k) => Object.is(value, b[k]));

function check(name: string, values: readonly number[], columns: number): void {
  if (values.length !== columns)
    throw new Error(`internal: point has ${values.length} ${name}, data has ${columns}`);
  const wrong = values.find((value) => !(Math.abs(value) <= LIMITS.magnitude));
  if (wrong !== undefined)
    throw new Error(`${name.slice(0, -1)} is ${wrong}: allowed −${LIMITS.magnitude} to ${LIMITS.magnitude}`);
}

function withRows(experiment: Experiment, data: OwnData): Experiment {
  const problem = targetsProblem(experiment.loss.kind, data);
  if (problem !== null) throw new Error(problem);
  return restartTraining({ ...experiment, title: titleFor(experiment, data), data });
}

/**
 * Moves point n (from 0) to other inputs, other targets, or both.
 * @throws `input is 1e+200: allowed −1e+150 to 1e+150`,
 *   `data.targets[3] is 0.5: binary cross-entropy needs 0 or 1`
 */
export function movePoint(n: number, position: Partial<Point>): Edit {
  return (experiment) => {
    const data = asOwnData(experiment.data);
    const before = { inputs: data.inputs[n], targets: data.targets[n] };
    if (before.inputs === undefined || before.targets === undefined)
      throw new Error(`internal: no point ${n}`);
    const { inputs = before.inputs, targets = before.targets } = position;
    check('inputs', inputs, before.inputs.length);
    check('targets', targets, before.targets.length);
    if (same(inputs, before.inputs) && same(targets, before.targets)) return experiment;
    return withRows(experiment, {
      ...data,
      inputs: data.inputs.map((row, at) => (at === n ? inputs : row)),
      targets: data.targets.map((row, at) => (at === n ? targets : row)),
    });
  };
}

/** Adds a point after the last one. @throws `N is 2001: allowed 1 to 2000` */
export function addPoint({ inputs, targets }: Point): Edit {
  return (experiment) => {
    const data = asOwnData(experiment.data);
    if (data.inputs.length >= LIMITS.patterns)
      throw new Error(`N is ${data.inputs.length + 1}: allowed 1 to ${LIMITS.patterns}`);
    check('inputs', inputs, data.inputs[0]?.length ?? 0);
    check('targets', targets, data.targets[0]?.length ?? 0);
    return withRows(experiment, {
      ...data,
      inputs: [...data.inputs, inputs],
      targets: [...data.targets, targets],
    });
  };
}

/** Removes point n (from 0). @throws `data has 1 point: at least 1 is needed` */
export function removePoint(n: number): Edit {
  return (experiment) => {
    const data = asOwnData(experiment.data);
    if (data.inputs[n] === undefined) throw new Error(`internal: no point ${n}`);
    if (data.inputs.length === 1) throw new Error('data has 1 point: at least 1 is needed');
    return withRows(experiment, {
      ...data,
      inputs: data.inputs.filter((_, at) => at !== n),
      targets: data.targets.filter((_, at) => at !== n),
    });
  };
}
