import { randomStream } from '../data/random.ts';

/** How random probes are drawn. */
export interface ProbeSettings {
  /** Probes, 2 or more for a standard error. */
  readonly probes: number;
  readonly seed: number;
}

/** A mean over probes and its standard error, `√(Σ (x_s − mean)² / S(S − 1))`. */
export interface ProbeMean {
  readonly mean: number;
  readonly standardError: number;
  /** What each probe gave. */
  readonly values: Float64Array;
}

/** `count` vectors [W] with entries ±1, each with probability ½ (Rademacher). */
export function signVectors(W: number, count: number, seed: number): Float64Array[] {
  const random = randomStream(seed);
  return Array.from({ length: count }, () =>
    Float64Array.from({ length: W }, () => (random.uniform() < 0.5 ? -1 : 1)),
  );
}

/**
 * The probes of a mean with standard error.
 * @throws `probes are not a whole number from 2 up: 1`
 */
export function probesOf(W: number, { probes, seed }: ProbeSettings): Float64Array[] {
  if (!(Number.isInteger(probes) && probes >= 2)) {
    throw new Error(`probes are not a whole number from 2 up: ${probes}`);
  }
  return signVectors(W, probes, seed);
}

/** Mean and standard error of what the probes gave. */
export function probeMean(values: Float64Array): ProbeMean {
  const S = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / S;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, standardError: Math.sqrt(squares / (S * (S - 1))), values };
}
