import {
  type BoltzmannMachine,
  checkMachine,
  checkPairs,
  checkVisible,
  pairIndex,
  stateValues,
  unitsOf,
} from './machine.ts';

/** Free units of which all states are gone through: 2²⁰ states take about a second. */
export const MOST_FREE_UNITS = 20;

/** Averages over all states of the free units. */
export interface ExactPhase {
  /** `p_ij = ⟨s_i s_j⟩`, like the weights; those of unit 0 are the means ⟨s_j⟩. */
  readonly p: Float64Array;
  /** `ln Σ exp(−E_α/T)` over these states. */
  readonly logPartition: number;
}

/** Derivatives of the averages along v. */
export interface ExactPhaseProduct extends ExactPhase {
  /** `R{p_ij} = (p_ij ⟨D⟩ − ⟨s_i s_j D⟩)/T`, `D = Σ_{i<j} s_i s_j v_ij`. */
  readonly Rp: Float64Array;
}

/**
 * Pair means and partition function by going through all states: of all units, or of the hidden ones with the visible
 * ones clamped. O(2^free n²).
 * @param clamped states of the visible units, or null
 * @throws `more free units than can be enumerated, 20: 24`, and what checks of machine and states throw
 */
export const exactPhase = (machine: BoltzmannMachine, clamped: Float64Array | null = null): ExactPhase => {
  const { p, logPartition } = enumerate(machine, clamped, null);
  return { p, logPartition };
};

/**
 * The same with `R{p_ij}` along v, which is a list of pairs like the weights. O(2^free n²).
 * @throws `entries of the direction are not 6: 5`, and what `exactPhase` throws
 */
export function exactPhaseProduct(
  machine: BoltzmannMachine,
  v: Float64Array,
  clamped: Float64Array | null = null,
): ExactPhaseProduct {
  checkMachine(machine);
  checkPairs('entries of the direction', v, machine);
  const { p, logPartition, D, withD } = enumerate(machine, clamped, v);
  return { p, logPartition, Rp: p.map((mean, q) => (mean * D - withD[q]) / machine.temperature) };
}

/** One state after another; twice, so that the largest exponent is known before any is taken. */
function enumerate(
  machine: BoltzmannMachine,
  clamped: Float64Array | null,
  v: Float64Array | null,
): ExactPhase & { D: number; withD: Float64Array } {
  checkMachine(machine);
  if (clamped !== null) checkVisible(machine, clamped);
  const { visible, temperature, weights } = machine;
  const n = unitsOf(machine);
  const [off, on] = stateValues[machine.states];
  const fixed = 1 + (clamped === null ? 0 : visible);
  const free = n - fixed;
  if (free > MOST_FREE_UNITS) {
    throw new Error(`more free units than can be enumerated, ${MOST_FREE_UNITS}: ${free}`);
  }
  const s = new Float64Array(n).fill(1);
  if (clamped !== null) s.set(clamped, 1);
  const put = (state: number): void => {
    for (let unit = fixed; unit < n; unit++) s[unit] = (state >> (unit - fixed)) & 1 ? on : off;
  };
  const exponents = new Float64Array(2 ** free);
  let top = -Infinity;
  for (let state = 0; state < exponents.length; state++) {
    put(state);
    exponents[state] = -pairSum(weights, s) / temperature;
    top = Math.max(top, exponents[state]);
  }
  const p = new Float64Array(weights.length);
  const withD = new Float64Array(v === null ? 0 : weights.length);
  let [total, D] = [0, 0];
  for (let state = 0; state < exponents.length; state++) {
    const weight = Math.exp(exponents[state] - top);
    if (weight === 0) continue;
    put(state);
    total += weight;
    addPairs(p, s, weight);
    if (v === null) continue;
    const along = weight * pairSum(v, s);
    D += along;
    addPairs(withD, s, along);
  }
  const mean = (values: Float64Array): Float64Array => values.map((sum) => sum / total);
  return { p: mean(p), logPartition: top + Math.log(total), D: D / total, withD: mean(withD) };
}

/** `Σ_{i<j} s_i s_j w_ij`. O(n²). */
export function pairSum(w: Float64Array, s: Float64Array): number {
  const n = s.length;
  let sum = 0;
  for (let i = 0, q = 0; i < n; i++) {
    if (s[i] === 0) {
      q += n - i - 1;
      continue;
    }
    let row = 0;
    for (let j = i + 1; j < n; j++, q++) row += w[q] * s[j];
    sum += s[i] * row;
  }
  return sum;
}

/** `sums_ij += weight · s_i s_j`. O(n²). */
export function addPairs(sums: Float64Array, s: Float64Array, weight: number): void {
  const n = s.length;
  for (let i = 0; i < n; i++) {
    if (s[i] === 0) continue;
    const scaled = weight * s[i];
    for (let j = i + 1, q = pairIndex(i, i + 1, n); j < n; j++, q++) sums[q] += scaled * s[j];
  }
}
