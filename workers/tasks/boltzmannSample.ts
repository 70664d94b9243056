import type { SampledPhase } from '../../engine/beyond/boltzmann/gibbs.ts';
import { patternsOf } from '../../engine/beyond/boltzmann/machine.ts';
import { sampledDivergence } from '../../engine/beyond/boltzmann/sampledDivergence.ts';
import type { BoltzmannSample, BoltzmannSampleRequest } from '../protocol/boltzmann.ts';
import { builtMachine } from './boltzmannModel.ts';

const CHAINS = 8;
const BURN_IN = 100;

/** The same machine by Gibbs sampling, with standard errors. */
export function boltzmannSample({ model, sweeps, seed }: BoltzmannSampleRequest): BoltzmannSample {
  const { machine, data, v } = builtMachine(model);
  const sampled = sampledDivergence(machine, data, { seed, chains: CHAINS, burnIn: BURN_IN, sweeps }, v);
  const { free, clamped, gradient, Hv, gradientStandardError, HvStandardError, warning } = sampled;
  const shares = patternsOf(machine, data).map(({ probability }) => probability);
  const overPatterns = (
    value: (phase: SampledPhase) => Float64Array,
    gather: (terms: readonly number[]) => number,
  ): Float64Array =>
    machine.weights.map((_, q) =>
      gather(clamped.map((phase, p) => (shares[p] ?? NaN) * (value(phase)[q] ?? NaN))),
    );
  const sum = (terms: readonly number[]): number => terms.reduce((total, term) => total + term, 0);
  const varied = free.effectiveSamples.filter((_, q) => free.standardError[q] !== 0);
  return {
    drawn: free.drawn,
    values: {
      clamped: overPatterns(({ p }) => p, sum),
      free: free.p,
      Rclamped: overPatterns(({ Rp }) => Rp, sum),
      Rfree: free.Rp,
      gradient,
      Hv,
    },
    errors: {
      clamped: overPatterns(
        ({ standardError }) => standardError,
        (terms) => Math.hypot(...terms),
      ),
      free: free.standardError,
      Rclamped: overPatterns(
        ({ RpStandardError }) => RpStandardError,
        (terms) => Math.hypot(...terms),
      ),
      Rfree: free.RpStandardError,
      gradient: gradientStandardError,
      Hv: HvStandardError,
    },
    warning,
    fewest: varied.reduce((least, count) => Math.min(least, count), Infinity),
  };
}
