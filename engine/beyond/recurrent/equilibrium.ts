import { Matrix, solve } from 'ml-matrix';
import { jacobianAt } from './jacobian.ts';
import { activate, received, type RecurrentNetwork } from './network.ts';
import { largest } from './relax.ts';

const STEPS = 100;
const HALVINGS = 30;
/** Of `max|−y + σ(x) + I|`, beside max|y| or 1. */
const TOLERANCE = 1e-12;

/**
 * A root of `−y + σ(x) + I`, stable or not, by Newton's method with halved steps from `start`; null where it finds
 * none. A bounded σ has a root (Brouwer), also where the network never comes to rest. O(n³) a step.
 */
export function equilibriumNear(
  network: RecurrentNetwork,
  inputs: Float64Array,
  start: Float64Array,
): Float64Array | null {
  const n = network.units;
  const miss = (y: Float64Array): Float64Array =>
    activate(network, received(network.weights, y)).s.map((s, q) => s + inputs[q] - y[q]);
  let y = start;
  for (let step = 0; step < STEPS && y.every(Number.isFinite); step++) {
    const F = miss(y);
    const size = largest(F);
    if (size <= TOLERANCE * Math.max(1, largest(y))) return y;
    const A = Matrix.sub(Matrix.eye(n), Matrix.from1DArray(n, n, jacobianAt(network, y)));
    const d = newtonStep(A, F);
    if (d === null) return null;
    let length = 1;
    let next = y;
    for (let halving = 0; halving < HALVINGS; halving++, length /= 2) {
      const tried = y.map((entry, q) => entry + length * d[q]);
      if (largest(miss(tried)) < size) {
        next = tried;
        break;
      }
    }
    if (next === y) return null;
    y = next;
  }
  return null;
}

/** A⁻¹ F by LU; null where A is singular. */
function newtonStep(A: Matrix, F: Float64Array): Float64Array | null {
  try {
    return Float64Array.from(solve(A, Matrix.columnVector(F)).to1DArray());
  } catch {
    return null;
  }
}
