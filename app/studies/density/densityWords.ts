import type { DensityReply } from '../../../workers/protocol/density.ts';
import { formatPercent } from '../../charts/percent.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import type { Estimate, Merged } from './merged.ts';

/** `12.3 ± 0.4`. */
export const withError = ({ mean, standardError }: Estimate): string =>
  `${formatNumber(mean, 4)} ± ${formatNumber(standardError, 2)}`;

/** Below this, in parts of the standard error, a distance is no surprise. */
const SURPRISE = 4;
/** Rounding is no error of the estimate. */
const ROUNDING = 1e-9;

/** How far an estimate is from the truth, in words. */
export function offText({ mean, standardError }: Estimate, exact: number): string {
  const off = Math.abs(mean - exact);
  if (off <= ROUNDING * Math.max(1, Math.abs(exact))) return 'equal to rounding';
  return `off by ${formatNumber(off / standardError, 2)} standard errors`;
}

/** Above this share of the trace a standard error is worth a sentence. */
const MUCH = 0.05;

/** That there are too few probes, or null. */
export function probesSentence({ trace, probes }: Merged): string | null {
  const share = trace.standardError / Math.abs(trace.mean);
  if (!(share > MUCH)) return null;
  const wanted = Math.ceil(probes * (share / MUCH) ** 2);
  const more = wanted > 64 ? 'more than 64 probes' : `about ${wanted}`;
  return `Too few samples: with ${probes} probes the trace is known to ±${formatPercent(share)} only. The standard error falls with the root of their number, so that ±${formatPercent(MUCH)} takes ${more}.`;
}

/** Above this part of the spectrum's range an end has not been reached. */
const REACHED = 0.01;

/** That Lanczos has not reached an end of the spectrum, or null. */
export function stepsSentence({ smallest, largest, W }: DensityReply, steps: number): string | null {
  const range = largest.value - smallest.value;
  const late = [
    ...(largest.bound > REACHED * range ? ['largest'] : []),
    ...(smallest.bound > REACHED * range ? ['smallest'] : []),
  ];
  if (late.length === 0 || steps >= W) return null;
  return `Too few steps: after ${steps} products the ${late.join(' and the ')} Ritz value may still be off by more than 1 % of the spectrum’s range. Ritz values lie inside the spectrum, and reach its ends from within.`;
}

/** Why there is no log-determinant, or null; and from which λ on there is one. */
export function noLogarithm(
  { exact, smallest }: DensityReply,
  { smallestNode }: Merged,
  damping: number,
): { readonly sentence: string; readonly enough: number } | null {
  const exactEnd = exact?.eigenvalues.at(-1);
  const least = exactEnd ?? Math.min(smallestNode, smallest.value);
  const isExact = exactEnd !== undefined;
  if (isExact ? exact?.logDeterminant !== null : least + damping > 0) return null;
  const what = isExact ? 'its smallest eigenvalue is' : 'an eigenvalue is at most';
  const name = damping === 0 ? 'The matrix' : `The matrix + ${formatNumber(damping, 3)} I`;
  const wanted = 1.1 * Math.max(0, -least);
  const unit = wanted > 0 ? 10 ** (Math.floor(Math.log10(wanted)) - 1) : 1e-3;
  const enough = Math.min(1e6, Number((Math.ceil(wanted / unit + 1e-9) * unit).toPrecision(2)) || 1e-3);
  return {
    sentence: `${name} is not positive definite: ${what} ${formatNumber(least + damping, 3)}. The logarithm of its determinant, which an evidence needs, does not exist. From λ ${least < 0 ? `= ${formatNumber(-least, 3)}` : 'above 0'} up it does.`,
    enough,
  };
}

/** That the log-determinant is off by more than its error bar says, or null: the error of too few steps is not in it. */
export function biasSentence({ exact }: DensityReply, { logDeterminant, probes }: Merged): string | null {
  const truth = exact?.logDeterminant ?? null;
  if (truth === null || probes < 4) return null;
  const off = Math.abs(logDeterminant.mean - truth);
  if (!(off > SURPRISE * logDeterminant.standardError && off > ROUNDING * Math.abs(truth))) return null;
  return `The log-determinant is off by ${formatNumber(off / logDeterminant.standardError, 2)} standard errors. That is no bad luck with the probes: with so few steps every quadrature misses the smallest eigenvalues, whose logarithms are large, and misses them in the same direction. The error bar does not see it; more steps do.`;
}

/** The figure in one sentence. */
export const densitySentence = ({ exact, W }: DensityReply, { trace, probes }: Merged): string =>
  `Density of ${W} eigenvalues from ${probes} probes; trace ${withError(trace)}${exact === null ? '' : `, exactly ${formatNumber(exact.trace, 4)}`}.`;
