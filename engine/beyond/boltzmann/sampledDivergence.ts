import { type GibbsSettings, sampledPhase, type SampledPhase } from './gibbs.ts';
import { type BoltzmannData, type BoltzmannMachine, checkMachine, patternsOf } from './machine.ts';

/** Gradient and `Hv` of the divergence from drawn states, like the weights, with standard errors. */
export interface SampledDivergence {
  /** `(p⁺ − p⁻)/T`. */
  readonly gradient: Float64Array;
  readonly gradientStandardError: Float64Array;
  /** `(R{p⁺} − R{p⁻})/T`; 0 without a direction. */
  readonly Hv: Float64Array;
  readonly HvStandardError: Float64Array;
  readonly free: SampledPhase;
  /** One for every pattern that differs. */
  readonly clamped: readonly SampledPhase[];
  /** The first warning of any phase. */
  readonly warning: string | null;
}

/**
 * Clamped minus free phase by Gibbs sampling, each phase with random numbers of its own, so that variances add:
 * `se² = (se²_free + Σ_v R(v)² se²_v)/T²`. O((1 + P) chains · sweeps · n²).
 * @throws what `sampledPhase` and `patternsOf` throw
 */
export function sampledDivergence(
  machine: BoltzmannMachine,
  data: BoltzmannData,
  settings: GibbsSettings,
  v: Float64Array | null = null,
): SampledDivergence {
  checkMachine(machine);
  const shown = patternsOf(machine, data);
  const free = sampledPhase(machine, settings, null, v);
  const clamped = shown.map(({ shown: pattern }, p) =>
    sampledPhase(machine, { ...settings, seed: settings.seed + p + 1 }, pattern, v),
  );
  const T = machine.temperature;
  const difference = (value: (phase: SampledPhase) => Float64Array): Float64Array =>
    value(free).map(
      (running, q) =>
        (shown.reduce((sum, { probability }, p) => sum + probability * value(clamped[p])[q], 0) - running) /
        T,
    );
  const spread = (error: (phase: SampledPhase) => Float64Array): Float64Array =>
    error(free).map((running, q) => {
      const terms = shown.map(({ probability }, p) => probability * error(clamped[p])[q]);
      return Math.hypot(running, ...terms) / T;
    });
  return {
    gradient: difference(({ p }) => p),
    gradientStandardError: spread(({ standardError }) => standardError),
    Hv: difference(({ Rp }) => Rp),
    HvStandardError: spread(({ RpStandardError }) => RpStandardError),
    free,
    clamped,
    warning: [free, ...clamped].find(({ warning }) => warning !== null)?.warning ?? null,
  };
}
