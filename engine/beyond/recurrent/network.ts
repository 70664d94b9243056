import { logistic } from '../../activations/logistic.ts';
import { tanh } from '../../activations/tanh.ts';

/** Activations of a recurrent unit: bounded and smooth, so that a network can settle and be differentiated twice. */
export const recurrentActivations = { logistic, tanh } as const;

export type RecurrentActivation = keyof typeof recurrentActivations;

/** A network of n units, each of which may read every unit, itself included (Almeida 1987, Pineda 1987). */
export interface RecurrentNetwork {
  readonly units: number;
  readonly activation: RecurrentActivation;
  /** `w_ij`, the weight from i to j, at `i · n + j`, [n × n]. */
  readonly weights: Float64Array;
}

/** Patterns to settle on, with the error `E = Σ_n ½ Σ_k (y_k − t_nk)²` over the units of `outputs`. */
export interface RecurrentPatterns {
  readonly N: number;
  /** External inputs `I`, added outside the activation, [N × n]. */
  readonly inputs: Float64Array;
  /** Numbers of the units that have targets, from 0. */
  readonly outputs: readonly number[];
  /** [N × outputs]. */
  readonly targets: Float64Array;
}

/**
 * Refuses a network whose numbers do not fit together. O(n²).
 * @throws `units of the recurrent network are not a whole number from 1 up: 0`, `unknown recurrent activation: relu`,
 * `weights are not 9: 8`, `weights have entries that are not finite: 1`
 */
export function checkNetwork({ units, activation, weights }: RecurrentNetwork): void {
  if (!(Number.isInteger(units) && units > 0)) {
    throw new Error(`units of the recurrent network are not a whole number from 1 up: ${units}`);
  }
  if (!Object.hasOwn(recurrentActivations, activation)) {
    throw new Error(`unknown recurrent activation: ${activation}`);
  }
  checkNumbers('weights', weights, units * units);
}

/**
 * Refuses patterns that do not fit the network. O(N n).
 * @throws `inputs are not 6: 5`, `targets are not 2: 3`, `inputs have entries that are not finite: 1`,
 * `output is not one of the units: 7`
 */
export function checkPatterns(
  { units }: RecurrentNetwork,
  { N, inputs, outputs, targets }: RecurrentPatterns,
): void {
  checkNumbers('inputs', inputs, N * units);
  checkNumbers('targets', targets, N * outputs.length);
  const stranger = outputs.find((unit) => !(Number.isInteger(unit) && unit >= 0 && unit < units));
  if (stranger !== undefined) throw new Error(`output is not one of the units: ${stranger}`);
}

/**
 * Refuses numbers that are too few, too many or not finite.
 * @throws `weights are not 9: 8`, `weights have entries that are not finite: 1`
 */
export function checkNumbers(name: string, values: Float64Array, count: number): void {
  if (values.length !== count) throw new Error(`${name} are not ${count}: ${values.length}`);
  const broken = values.filter((entry) => !Number.isFinite(entry)).length;
  if (broken > 0) throw new Error(`${name} have entries that are not finite: ${broken}`);
}

/** `σ(x)`, `σ'(x)` and `σ''(x)` of every unit, each [n]. */
export function activate(
  { units, activation }: RecurrentNetwork,
  x: Float64Array,
): { readonly s: Float64Array; readonly s1: Float64Array; readonly s2: Float64Array } {
  const [s, s1, s2] = [new Float64Array(units), new Float64Array(units), new Float64Array(units)];
  recurrentActivations[activation].evaluate(x, s, s1, s2);
  return { s, s1, s2 };
}

/** What the units receive: `Σ_i w_ij y_i` for each j, [n]. O(n²). */
export function received(weights: Float64Array, y: Float64Array): Float64Array {
  const n = y.length;
  const x = new Float64Array(n);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) x[j] += weights[i * n + j] * y[i];
  return x;
}

/** What comes back along the connections: `Σ_j w_ij z_j` for each i, [n]. O(n²). */
export function returned(weights: Float64Array, z: Float64Array): Float64Array {
  const n = z.length;
  const back = new Float64Array(n);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) back[i] += weights[i * n + j] * z[j];
  return back;
}
