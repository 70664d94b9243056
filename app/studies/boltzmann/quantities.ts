import type { StudySettings } from '../../../engine/notebook/studies/index.ts';
import type {
  BoltzmannReply,
  BoltzmannSample,
  BoltzmannValues,
} from '../../../workers/protocol/boltzmann.ts';

export type Quantity = StudySettings['boltzmann']['quantity'];

interface Series {
  readonly label: string;
  readonly of: keyof BoltzmannValues;
}

/** What can be looked at: each is one average or two. */
export const quantities: Readonly<
  Record<Quantity, { readonly label: string; readonly note: string; readonly series: readonly Series[] }>
> = {
  p: {
    label: 'p',
    note: 'Means p of the products of two units, visible units clamped to the data (p⁺) and running free (p⁻).',
    series: [
      { label: 'free p⁻', of: 'free' },
      { label: 'clamped p⁺', of: 'clamped' },
    ],
  },
  Rp: {
    label: 'R{p}',
    note: 'How the means move when the weights move along v: R{p} = (p⟨D⟩ − ⟨s s D⟩)/T, with D the energy of v.',
    series: [
      { label: 'free R{p⁻}', of: 'Rfree' },
      { label: 'clamped R{p⁺}', of: 'Rclamped' },
    ],
  },
  gradient: {
    label: '∇G',
    note: 'Gradient of the divergence, (p⁺ − p⁻)/T.',
    series: [{ label: '∇G', of: 'gradient' }],
  },
  Hv: {
    label: 'Hv',
    note: 'Product of its Hessian with v, (R{p⁺} − R{p⁻})/T.',
    series: [{ label: 'Hv', of: 'Hv' }],
  },
};

export interface Coverage {
  /** Error bars, of what varied at all. */
  readonly bars: number;
  /** Of these the ones that reach the exact value with two standard errors. */
  readonly hold: number;
}

const TWO = 2;
/** Of an entry of size one: an error bar that short is rounding, and the mean did not vary. */
const ROUNDING = 1e-12;

/** How many bars of ± two standard errors hold the exact value: about 95 of 100 are to be expected. */
export function coverageOf(quantity: Quantity, exact: BoltzmannValues, sample: BoltzmannSample): Coverage {
  let [bars, hold] = [0, 0];
  for (const { of } of quantities[quantity].series) {
    sample.errors[of].forEach((error, q) => {
      if (!(error > ROUNDING)) return;
      bars += 1;
      if (Math.abs((sample.values[of][q] ?? NaN) - (exact[of][q] ?? NaN)) <= TWO * error) hold += 1;
    });
  }
  return { bars, hold };
}

const rms = (values: Iterable<number>, count: number): number => {
  let sum = 0;
  for (const value of values) sum += value * value;
  return Math.sqrt(sum / count);
};

export interface SamplingError {
  readonly drawn: number;
  /** Root mean square over the pairs: what it is off by, and what the error bars say. */
  readonly actual: number;
  readonly stated: number;
}

/** Errors of a sampled derivative at each number of states. */
export function samplingErrors(
  of: 'gradient' | 'Hv',
  { exact }: BoltzmannReply,
  samples: readonly BoltzmannSample[],
): readonly SamplingError[] {
  return samples.map(({ drawn, values, errors }) => ({
    drawn,
    actual: rms(
      values[of].map((value, q) => value - (exact[of][q] ?? NaN)),
      values[of].length,
    ),
    stated: rms(errors[of], errors[of].length),
  }));
}

/** ‖a − b‖/‖b‖. */
export const relativeDifference = (a: Float64Array, b: Float64Array): number =>
  Math.hypot(...a.map((value, q) => value - (b[q] ?? NaN))) / Math.hypot(...b);
