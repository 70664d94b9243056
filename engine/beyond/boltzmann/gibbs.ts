import { randomStream } from '../../data/random.ts';
import { addPairs, pairSum } from './enumeration.ts';
import {
  type BoltzmannMachine,
  checkMachine,
  checkPairs,
  checkVisible,
  pairIndex,
  stateValues,
  unitsOf,
} from './machine.ts';

/** Batches that each chain is cut into; the spread of their means is the standard error. */
const BATCHES = 4;

/** How states are drawn. */
export interface GibbsSettings {
  readonly seed: number;
  /** Chains from random states of their own, 2 or more. */
  readonly chains: number;
  /** Sweeps of each chain that are thrown away first. */
  readonly burnIn: number;
  /** Sweeps of each chain that count, a multiple of 4: each updates every free unit once. */
  readonly sweeps: number;
}

export const DEFAULT_GIBBS: GibbsSettings = { seed: 1, chains: 8, burnIn: 100, sweeps: 1000 };

/** Averages over drawn states, like the weights, with the standard errors of batch means. */
export interface SampledPhase {
  readonly p: Float64Array;
  readonly standardError: Float64Array;
  /**
   * As many independent states would give this standard error: the variance of `s_i s_j` beside that of its mean; as
   * many as were drawn for a pair that cannot change.
   */
  readonly effectiveSamples: Float64Array;
  /** `R{p_ij} = (p_ij ⟨D⟩ − ⟨s_i s_j D⟩)/T` along v, 0 without v, and its standard error. */
  readonly Rp: Float64Array;
  readonly RpStandardError: Float64Array;
  readonly drawn: number;
  /**
   * One sentence where the error bars themselves are in doubt: a pair that is free to change never did, or too few
   * effective samples; null otherwise.
   */
  readonly warning: string | null;
}

/** Batch means of everything that is averaged, one batch after another. */
interface Batches {
  readonly pairs: Float64Array[];
  readonly withD: Float64Array[];
  readonly D: number[];
}

/**
 * Pair means by Gibbs sampling (Geman & Geman 1984), free, or with the visible units clamped. Standard errors from the
 * means of 4 batches of each chain, for `R{p}` of its terms to first order. O(chains · sweeps · n²).
 * @param v direction of `R{p}`, a list of pairs like the weights, or null
 * @throws `chains are not a whole number from 2 up: 1`, `sweeps are not a multiple of 4 above 0: 10`,
 * `sweeps thrown away are not a whole number from 0 up: -1`, and what checks of machine, states and v throw
 */
export function sampledPhase(
  machine: BoltzmannMachine,
  settings: GibbsSettings,
  clamped: Float64Array | null = null,
  v: Float64Array | null = null,
): SampledPhase {
  checkMachine(machine);
  checkSettings(settings);
  if (clamped !== null) checkVisible(machine, clamped);
  if (v !== null) checkPairs('entries of the direction', v, machine);
  const batches = draw(machine, settings, clamped, v);
  const drawn = settings.chains * settings.sweeps;
  const W = machine.weights.length;
  const count = batches.pairs.length;
  const meanOf = (value: (batch: number) => number): number => {
    let sum = 0;
    for (let batch = 0; batch < count; batch++) sum += value(batch);
    return sum / count;
  };
  const errorOf = (deviation: (batch: number) => number): number =>
    Math.sqrt(meanOf((batch) => deviation(batch) ** 2) / (count - 1));
  const result = Array.from({ length: 5 }, () => new Float64Array(W));
  const [p, standardError, effectiveSamples, Rp, RpStandardError] = result;
  const D = meanOf((batch) => batches.D[batch]);
  const squares = squaresOf(machine);
  for (let q = 0; q < W; q++) {
    p[q] = meanOf((batch) => batches.pairs[batch][q]);
    standardError[q] = errorOf((batch) => batches.pairs[batch][q] - p[q]);
    const variance = squares(p[q]) - p[q] ** 2;
    effectiveSamples[q] = standardError[q] === 0 ? drawn : Math.min(drawn, variance / standardError[q] ** 2);
    if (v === null) continue;
    const withD = meanOf((batch) => batches.withD[batch][q]);
    Rp[q] = (p[q] * D - withD) / machine.temperature;
    const deviation = (batch: number): number =>
      p[q] * batches.D[batch] +
      D * batches.pairs[batch][q] -
      batches.withD[batch][q] -
      (2 * p[q] * D - withD);
    RpStandardError[q] = errorOf(deviation) / machine.temperature;
  }
  const warning = warningOf(machine, clamped, standardError, effectiveSamples);
  return { p, standardError, effectiveSamples, Rp, RpStandardError, drawn, warning };
}

/** `⟨(s_i s_j)²⟩` from `⟨s_i s_j⟩`: the products of 0 and 1 are their own squares, those of ±1 have the square 1. */
const squaresOf =
  ({ states }: BoltzmannMachine) =>
  (mean: number): number =>
    states === '±1' ? 1 : mean;

function checkSettings({ chains, burnIn, sweeps }: GibbsSettings): void {
  if (!(Number.isInteger(chains) && chains >= 2)) {
    throw new Error(`chains are not a whole number from 2 up: ${chains}`);
  }
  if (!(Number.isInteger(burnIn) && burnIn >= 0)) {
    throw new Error(`sweeps thrown away are not a whole number from 0 up: ${burnIn}`);
  }
  if (!(sweeps > 0 && sweeps % BATCHES === 0)) {
    throw new Error(`sweeps are not a multiple of ${BATCHES} above 0: ${sweeps}`);
  }
}

/** Every chain from a random state: `P(s_i = on | rest) = 1/(1 + e^{(on − off) Σ_j w_ij s_j / T})`. */
function draw(
  machine: BoltzmannMachine,
  { seed, chains, burnIn, sweeps }: GibbsSettings,
  clamped: Float64Array | null,
  v: Float64Array | null,
): Batches {
  const n = unitsOf(machine);
  const [off, on] = stateValues[machine.states];
  const first = 1 + (clamped === null ? 0 : machine.visible);
  const w = squareOf(machine.weights, n);
  const slope = (on - off) / machine.temperature;
  const random = randomStream(seed);
  const length = sweeps / BATCHES;
  const batches: Batches = { pairs: [], withD: [], D: [] };
  const s = new Float64Array(n).fill(1);
  if (clamped !== null) s.set(clamped, 1);
  for (let chain = 0; chain < chains; chain++) {
    for (let unit = first; unit < n; unit++) s[unit] = random.uniform() < 0.5 ? on : off;
    const sweep = (): void => {
      for (let i = first; i < n; i++) {
        let field = 0;
        for (let j = 0; j < n; j++) field += w[i * n + j] * s[j];
        s[i] = random.uniform() * (1 + Math.exp(slope * field)) < 1 ? on : off;
      }
    };
    for (let thrown = 0; thrown < burnIn; thrown++) sweep();
    for (let batch = 0; batch < BATCHES; batch++) {
      const pairs = new Float64Array(machine.weights.length);
      const withD = new Float64Array(v === null ? 0 : pairs.length);
      let D = 0;
      for (let kept = 0; kept < length; kept++) {
        sweep();
        addPairs(pairs, s, 1);
        if (v === null) continue;
        const along = pairSum(v, s);
        D += along;
        addPairs(withD, s, along);
      }
      batches.pairs.push(pairs.map((sum) => sum / length));
      batches.withD.push(withD.map((sum) => sum / length));
      batches.D.push(D / length);
    }
  }
  return batches;
}

/** The weights as a symmetric matrix with 0 on the diagonal, [n × n]. */
function squareOf(weights: Float64Array, n: number): Float64Array {
  const w = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) w[i * n + j] = w[j * n + i] = weights[pairIndex(i, j, n)];
  }
  return w;
}

/** Fewer effective samples than this leave the error bars themselves uncertain. */
const FEW = 50;

function warningOf(
  machine: BoltzmannMachine,
  clamped: Float64Array | null,
  standardError: Float64Array,
  effectiveSamples: Float64Array,
): string | null {
  const n = unitsOf(machine);
  const first = 1 + (clamped === null ? 0 : machine.visible);
  /** With a unit that is held at 0 the product is 0, whatever the other does. */
  const isNothing = (i: number): boolean => i > 0 && i < first && clamped?.[i - 1] === 0;
  let [still, fewest] = [0, Infinity];
  for (let j = first; j < n; j++) {
    for (let i = 0; i < j; i++) {
      if (isNothing(i)) continue;
      const q = pairIndex(i, j, n);
      if (standardError[q] === 0) still += 1;
      else fewest = Math.min(fewest, effectiveSamples[q]);
    }
  }
  if (still > 0) return `pairs that never changed, so that their error bars say nothing: ${still}`;
  return fewest < FEW ? `too few effective samples for error bars: ${Math.floor(fewest)}` : null;
}
