import type { AxisSpec } from './figure/spec.ts';

/** Every `by`-th power of ten of a logarithmic axis, set with its exponent above: `10⁻³`. */
export function powerTicks(from: number, to: number, by: number): Pick<AxisSpec, 'tickvals' | 'ticktext'> {
  const powers = Array.from({ length: Math.floor((to - from) / by) + 1 }, (_, q) => from + q * by);
  return {
    tickvals: powers.map((power) => 10 ** power),
    ticktext: powers.map((power) => `10<sup>${power < 0 ? '−' : ''}${Math.abs(power)}</sup>`),
  };
}
