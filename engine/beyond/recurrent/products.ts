import { activate, checkNumbers, checkPatterns, received, returned } from './network.ts';
import type { RecurrentNetwork, RecurrentPatterns } from './network.ts';
import { DEFAULT_RELAXATION, largest, relax, type Relaxation, type RelaxationSettings } from './relax.ts';
import { settle, type Settling } from './settle.ts';

/** One pattern settled both ways: activations y and error signals z. */
export interface Equilibrium extends Settling {
  /** `z_i = σ'(x_i) (Σ_j w_ij z_j + e_i)`, [n]. */
  readonly z: Float64Array;
  /** `∂E/∂y_i`, [n]; 0 at units without target. */
  readonly e: Float64Array;
  readonly error: number;
  /** `max|−z + σ'(x)(Σ w z + e)|` before each step of the backward relaxation, and at the end. */
  readonly backwardChanges: readonly number[];
  /** All states of that relaxation, where they were asked for. */
  readonly backwardStates: readonly Float64Array[];
}

export interface RecurrentGradient {
  /** `Σ_n ½ Σ_k (y_k − t_nk)²` of the settled network. */
  readonly error: number;
  /** `∂E/∂w_ij = Σ_n y_i z_j` at `i · n + j`, [n × n]. */
  readonly gradient: Float64Array;
  readonly equilibria: readonly Equilibrium[];
}

export interface RecurrentProduct extends RecurrentGradient {
  /** `Σ_n y_i R{z_j} + R{y_i} z_j`, [n × n] like the weights. */
  readonly Hv: Float64Array;
  /** `R{y}` and `R{z}` of each pattern, [n] each. */
  readonly Ry: readonly Float64Array[];
  readonly Rz: readonly Float64Array[];
  /** The relaxations that led there: `max|f(u) − u|` before each step and at the end, and the states if asked for. */
  readonly courses: readonly { readonly Ry: Course; readonly Rz: Course }[];
}

/** How a relaxation moved. */
export type Course = Pick<Relaxation, 'changes'> & { readonly states: readonly Float64Array[] };

export interface KeptStates {
  readonly keepStates?: boolean;
}

/**
 * Error and gradient of the settled network by recurrent backprop (Almeida 1987, Pineda 1987): y relaxes, then z in
 * the network with its connections turned round. O(N n²) a step.
 * @throws `pattern 1 does not settle: …`, the reason that `settle` gives, and what checks of network and patterns throw
 */
export function recurrentGradient(
  network: RecurrentNetwork,
  patterns: RecurrentPatterns,
  settings: RelaxationSettings = DEFAULT_RELAXATION,
  { keepStates = false }: KeptStates = {},
): RecurrentGradient {
  checkPatterns(network, patterns);
  const n = network.units;
  const equilibria = Array.from({ length: patterns.N }, (_, p) =>
    equilibriumOf(network, patterns, p, settings, keepStates),
  );
  const gradient = new Float64Array(n * n);
  for (const { y, z } of equilibria) addOuter(gradient, y, z);
  return { error: equilibria.reduce((sum, { error }) => sum + error, 0), gradient, equilibria };
}

/**
 * `Hv` of the settled network's error by R{recurrent backprop} (Pearlmutter 1994): `R{y}` and `R{z}` relax as y and z
 * do. `v` is [n × n] like the weights. O(N n²) a step.
 * @throws what `recurrentGradient` throws, `entries of the direction are not 9: 8`
 */
export function recurrentProduct(
  network: RecurrentNetwork,
  patterns: RecurrentPatterns,
  v: Float64Array,
  settings: RelaxationSettings = DEFAULT_RELAXATION,
  kept: KeptStates = {},
): RecurrentProduct {
  return productAt(
    network,
    patterns,
    recurrentGradient(network, patterns, settings, kept),
    v,
    settings,
    kept,
  );
}

/**
 * The same where the equilibria are known already, `plain` of the same network, patterns and settings.
 * O(N n²) a step.
 * @throws `entries of the direction are not 9: 8`
 */
export function productAt(
  network: RecurrentNetwork,
  patterns: RecurrentPatterns,
  plain: RecurrentGradient,
  v: Float64Array,
  settings: RelaxationSettings = DEFAULT_RELAXATION,
  { keepStates = false }: KeptStates = {},
): RecurrentProduct {
  const { units: n, weights } = network;
  checkNumbers('entries of the direction', v, n * n);
  const Hv = new Float64Array(n * n);
  const moves = plain.equilibria.map(({ y, x, z, e }, p) => {
    const { s1, s2 } = activate(network, x);
    const direct = received(v, y);
    const rx = (ry: Float64Array): Float64Array => received(weights, ry).map((sum, i) => sum + direct[i]);
    const forward = linear('R{y}', p, settings, n, keepStates, (ry) =>
      rx(ry).map((entry, i) => s1[i] * entry),
    );
    const Ry = forward.u;
    const Rx = rx(Ry);
    const back = returned(weights, z);
    const turned = returned(v, z);
    const source = Float64Array.from({ length: n }, (_, i) => {
      const e1 = patterns.outputs.filter((unit) => unit === i).length;
      return s2[i] * Rx[i] * (back[i] + e[i]) + s1[i] * (turned[i] + e1 * Ry[i]);
    });
    const backward = linear('R{z}', p, settings, n, keepStates, (rz) =>
      returned(weights, rz).map((sum, i) => s1[i] * sum + source[i]),
    );
    addOuter(Hv, y, backward.u);
    addOuter(Hv, Ry, z);
    return { Ry: forward, Rz: backward };
  });
  return {
    ...plain,
    Hv,
    Ry: moves.map(({ Ry }) => Ry.u),
    Rz: moves.map(({ Rz }) => Rz.u),
    courses: moves,
  };
}

/** y and z of pattern p. */
function equilibriumOf(
  network: RecurrentNetwork,
  { inputs, outputs, targets }: RecurrentPatterns,
  p: number,
  settings: RelaxationSettings,
  keepStates: boolean,
): Equilibrium {
  const n = network.units;
  const settling = settle(network, inputs.slice(p * n, (p + 1) * n), settings, { keepStates });
  const { y, x, status, reason } = settling;
  if (status !== 'settled') throw new Error(`pattern ${p + 1} ${reason}`);
  const { s1 } = activate(network, x);
  const e = new Float64Array(n);
  let error = 0;
  outputs.forEach((unit, k) => {
    const difference = y[unit] - targets[p * outputs.length + k];
    e[unit] += difference;
    error += 0.5 * difference * difference;
  });
  const backward = linear('z', p, settings, n, keepStates, (back) =>
    returned(network.weights, back).map((sum, i) => s1[i] * (sum + e[i])),
  );
  const { u: z, changes: backwardChanges, states: backwardStates } = backward;
  return { ...settling, z, e, error, backwardChanges, backwardStates };
}

/** A linear relaxation from 0, which settles where that of y did. */
function linear(
  name: string,
  p: number,
  settings: RelaxationSettings,
  n: number,
  keepStates: boolean,
  round: (u: Float64Array) => Float64Array,
): Relaxation & Course {
  const zero = new Float64Array(n);
  const states: Float64Array[] = [];
  const seen = keepStates ? (state: Float64Array) => states.push(state) : undefined;
  const relaxation = relax(round, zero, settings, largest(round(zero)), seen);
  if (relaxation.status !== 'settled') {
    throw new Error(`${name} of pattern ${p + 1} does not settle: ${relaxation.status}`);
  }
  return { ...relaxation, states };
}

/** `A_ij += a_i b_j`. */
function addOuter(A: Float64Array, a: Float64Array, b: Float64Array): void {
  const n = a.length;
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) A[i * n + j] += a[i] * b[j];
}
