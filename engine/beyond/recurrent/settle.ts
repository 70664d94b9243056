import { equilibriumNear } from './equilibrium.ts';
import { type Stability, stabilityAt } from './jacobian.ts';
import { activate, checkNetwork, checkNumbers, received, type RecurrentNetwork } from './network.ts';
import { DEFAULT_RELAXATION, relax, type RelaxationSettings, type RelaxationStatus } from './relax.ts';

/** Where a network came to rest for one input, or why it did not; the eigenvalues are those at `equilibrium`. */
export interface Settling extends Stability {
  /** Activations, [n]: the equilibrium, or the last state. */
  readonly y: Float64Array;
  /** `x_j = Σ_i w_ij y_i` there, [n]. */
  readonly x: Float64Array;
  /** The state at rest; of a network that does not settle, the one that Newton's method finds from there or from the start, or null. */
  readonly equilibrium: Float64Array | null;
  /** `unstable`: the state is at rest, but the least disturbance grows. */
  readonly status: RelaxationStatus | 'unstable';
  /** `max|−y + σ(x) + I|` before each step, and at the end. */
  readonly changes: readonly number[];
  /** All states, [(steps + 1) × n], where they were asked for. */
  readonly states: readonly Float64Array[];
  /**
   * One sentence: why there is no equilibrium, or, of a settled network with a spectral radius from 1 up, that damping
   * alone holds it; null where the network settles of itself.
   */
  readonly reason: string | null;
}

/**
 * The equilibrium `y = σ(x) + I` of `dy_i/dt ∝ −y_i + σ(x_i) + I_i`, by damped relaxation from `start` (0 unless told
 * otherwise), with the Jacobian's eigenvalues there. O(n²) a step and O(n³).
 * @throws what `checkNetwork` throws, `inputs are not 3: 2`, `rate is not above 0 and up to 1: 2`
 */
export function settle(
  network: RecurrentNetwork,
  inputs: Float64Array,
  settings: RelaxationSettings = DEFAULT_RELAXATION,
  { start = new Float64Array(network.units), keepStates = false } = {},
): Settling {
  checkNetwork(network);
  checkNumbers('inputs', inputs, network.units);
  checkNumbers('start', start, network.units);
  const round = (y: Float64Array): Float64Array =>
    activate(network, received(network.weights, y)).s.map((s, q) => s + inputs[q]);
  const states: Float64Array[] = [];
  const {
    u: y,
    status,
    changes,
  } = relax(round, start, settings, 1, keepStates ? (state) => states.push(state) : undefined);
  const settled = status === 'settled';
  const equilibrium = settled
    ? y
    : (equilibriumNear(network, inputs, y) ?? equilibriumNear(network, inputs, start));
  const stability = stabilityAt(network, equilibrium ?? y, settings.rate);
  const verdict = settled && stability.factor >= 1 ? 'unstable' : status;
  const reason = reasonOf(verdict, stability, changes, equilibrium !== null);
  const x = received(network.weights, y);
  return { ...stability, y, x, equilibrium, changes, states, status: verdict, reason };
}

const shown = (value: number): string => value.toPrecision(4);

/** Why a settling ended as it did. */
function reasonOf(
  status: Settling['status'],
  { radius, abscissa }: Stability,
  changes: readonly number[],
  found: boolean,
): string | null {
  const steps = changes.length - 1;
  const last = shown(changes[steps]);
  const where = found ? 'at the equilibrium' : 'at the last state';
  const spectral = `spectral radius of the Jacobian ${where}: ${shown(radius)}`;
  switch (status) {
    case 'settled':
      return radius >= 1 ? `settles by damping alone, ${spectral}` : null;
    case 'unstable':
      return abscissa >= 1
        ? `does not settle: the state is at rest, but disturbances grow, ${spectral}`
        : `does not settle at this rate: disturbances grow from step to step, ${spectral}`;
    case 'diverged':
      return `does not settle: activations grow without bound, steps: ${steps}, ${spectral}`;
    case 'oscillating':
      return `does not settle: activations keep moving by ${last} after ${steps} steps, ${spectral}`;
    case 'steps':
      return `has not settled after ${steps} steps: activations still move by ${last}, ${spectral}`;
  }
}
