import { activationOf } from '../activations/index.ts';
import type { Problem } from '../experiment/problem.ts';
import { topologyOf } from '../network/topology.ts';
import { Recorder } from './recorder.ts';
import { offsetsOf, type Unit, unitsOf } from './units.ts';

/** All that is known of one pattern so far: an entry for each unit. */
export interface Numbers {
  readonly problem: Problem;
  readonly units: readonly Unit[];
  readonly outputs: readonly Unit[];
  readonly offsets: readonly number[];
  readonly inputs: number;
  readonly w: Float64Array;
  readonly v: Float64Array;
  readonly t: Float64Array;
  readonly a: Float64Array;
  readonly z: Float64Array;
  readonly h1: Float64Array;
  readonly h2: Float64Array;
  readonly delta: Float64Array;
  readonly Ra: Float64Array;
  readonly Rz: Float64Array;
  readonly Rdelta: Float64Array;
  readonly recorder: Recorder;
}

/** What is known before the first step: the inputs, and that they do not change with w. */
export function numbersOf(problem: Problem, n: number, v: Float64Array): Numbers {
  const topology = topologyOf(problem.network);
  const { inputUnits, outputUnits, W } = topology;
  const { batch, parameters } = problem;
  if (!Number.isInteger(n) || n < 0 || n >= batch.N)
    throw new Error(`pattern is ${n}: allowed 0 to ${batch.N - 1}`);
  if (v.length !== W) throw new Error(`direction has ${v.length} entries, network needs ${W}`);
  const units = unitsOf(topology);
  const offsets = offsetsOf(topology);
  const zeros = (): Float64Array => new Float64Array(offsets[offsets.length - 1]);
  const z = zeros();
  z.set(batch.inputs.subarray(n * inputUnits, (n + 1) * inputUnits));
  return {
    problem,
    units,
    outputs: units.filter(({ isOutput }) => isOutput),
    offsets,
    inputs: inputUnits,
    w: parameters,
    v,
    t: batch.targets.subarray(n * outputUnits, (n + 1) * outputUnits),
    a: zeros(),
    z,
    h1: zeros(),
    h2: zeros(),
    delta: zeros(),
    Ra: zeros(),
    Rz: zeros(),
    Rdelta: zeros(),
    recorder: new Recorder(),
  };
}

/** `h(a)`, `h'(a)` and `h''(a)` of one unit. */
export function activate({ spec }: Unit, a: number): readonly [h: number, h1: number, h2: number] {
  const activation = activationOf(spec.activation);
  if (activation.kind === 'softmax') throw new Error('internal: softmax of one unit');
  const [z, h1, h2] = [0, 1, 2].map(() => new Float64Array(1));
  activation.evaluate(Float64Array.of(a), z, h1, h2);
  return [z[0], h1[0], h2[0]];
}
