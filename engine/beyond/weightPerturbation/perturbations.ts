import { randomStream } from '../../data/random.ts';

/** Numbers that are kept at most: S · W. */
const MOST_NUMBERS = 20_000_000;

/** S perturbations of the weights with what each changed of the error. */
export interface Perturbations {
  readonly W: number;
  readonly S: number;
  /** Standard deviation of every `Δw_i`, which are normal and independent. */
  readonly sigma: number;
  /** `Δw`, [S × W]. */
  readonly dW: Float64Array;
  /** `ΔE = E(w + Δw) − E(w)`, [S]. */
  readonly dE: Float64Array;
}

/** Estimates of W numbers with their standard errors, [W] each. */
export interface Estimate {
  readonly mean: Float64Array;
  readonly standardError: Float64Array;
}

export interface PerturbationSettings {
  readonly sigma: number;
  readonly samples: number;
  readonly seed: number;
}

/**
 * Draws perturbations `Δw ~ N(0, σ²I)` and asks for the change of error that each makes. S calls.
 * @param errorChange `Δw ↦ E(w + Δw) − E(w)`
 * @throws `sigma is not above 0: 0`, `samples are not a whole number from 2 up: 1`,
 * `more perturbations than can be kept, 20000000 numbers: 30000000`
 */
export function perturb(
  errorChange: (dw: Float64Array) => number,
  W: number,
  { sigma, samples, seed }: PerturbationSettings,
): Perturbations {
  if (!(sigma > 0 && sigma < Infinity)) throw new Error(`sigma is not above 0: ${sigma}`);
  if (!(Number.isInteger(samples) && samples >= 2)) {
    throw new Error(`samples are not a whole number from 2 up: ${samples}`);
  }
  if (samples * W > MOST_NUMBERS) {
    throw new Error(`more perturbations than can be kept, ${MOST_NUMBERS} numbers: ${samples * W}`);
  }
  const { normal } = randomStream(seed);
  const dW = Float64Array.from({ length: samples * W }, () => sigma * normal());
  const dE = Float64Array.from({ length: samples }, (_, s) => errorChange(dW.slice(s * W, (s + 1) * W)));
  return { W, S: samples, sigma, dW, dE };
}

/** The perturbations from number `from` up to, not including, `to`, as a view. */
export const part = ({ W, sigma, dW, dE }: Perturbations, from: number, to: number): Perturbations => ({
  W,
  S: to - from,
  sigma,
  dW: dW.subarray(from * W, to * W),
  dE: dE.subarray(from, to),
});

/** The same perturbations with `known(Δw)` taken from each ΔE, and the mean of what is left. O(S W). */
export function lessened(perturbations: Perturbations, known: (dw: Float64Array) => number): Perturbations {
  const { W, dW, dE } = perturbations;
  const left = dE.map((change, s) => change - known(dW.subarray(s * W, (s + 1) * W)));
  const mean = left.reduce((sum, change) => sum + change, 0) / left.length;
  return { ...perturbations, dE: left.map((change) => change - mean) };
}
