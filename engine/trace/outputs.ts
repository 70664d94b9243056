import { lossOf } from '../losses/index.ts';
import { type Seed, seedOf } from '../losses/seed.ts';
import { activate, type Numbers } from './numbers.ts';
import { sumOf, terms } from './recorder.ts';
import type { Terms } from './step.ts';
import type { Unit } from './units.ts';

/** y, δ and M of the pattern, from the loss. */
export function lossAt({ problem, outputs, a, t }: Numbers): Seed {
  const pre = Float64Array.from(outputs, ({ unit }) => a[unit]);
  return seedOf(problem.loss.kind, outputs[0].spec.activation, pre, t, 1, outputs.length);
}

/** `y_k = h(a_k)`, softmax over all outputs, and `δ_k = ∂E_n/∂a_k` (PRML 5.54). What the loss computes is not counted. */
export function output(numbers: Numbers, seed: Seed, unit: Unit, k: number): void {
  const { z, delta, recorder } = numbers;
  const nothing = { gradient: 0, r: 0 };
  z[unit.unit] = seed.y[k];
  recorder.write('output', 'z', unit.unit, [seed.y[k]], [], nothing);
  delta[unit.unit] = seed.delta[k];
  recorder.write('output', 'delta', unit.unit, [seed.delta[k]], deltaTerms(numbers, seed, unit, k), nothing);
}

/** `y_k Σt − t_k` of the cross-entropies (Σt = 1 of one-hot targets), `h'(a_k) ∂E_n/∂y_k` of separable losses. */
function deltaTerms({ problem, a, t }: Numbers, seed: Seed, unit: Unit, k: number): Terms[] {
  const loss = lossOf(problem.loss.kind);
  const softmax = unit.spec.activation === 'softmax';
  if (loss.kind === 'canonical') {
    const total = softmax ? t.reduce((sum, one) => sum + one, 0) : 1;
    return total === 1 ? [terms(['z'], [[unit.unit, seed.y[k]]]), terms(['t'], [[unit.unit, -t[k]]])] : [];
  }
  if (loss.kind === 'direct' || softmax) return [];
  const [, h1] = activate(unit, a[unit.unit]);
  return [terms(['dEdy'], [[unit.unit, loss.slope(seed.y[k], t[k])]], [{ name: 'h1', value: h1 }])];
}

/** `R{δ_k} = Σ_k' M_kk' R{a_k'}` (PRML 5.106 for any loss); M is diagonal unless softmax mixes the outputs. */
export function rOutput(numbers: Numbers, { M }: Seed, unit: Unit, k: number): void {
  const { outputs, Ra, Rdelta, recorder } = numbers;
  const K = outputs.length;
  const mixes = unit.spec.activation === 'softmax';
  const rows = outputs.flatMap((other, l) =>
    mixes || l === k ? [[other.unit, M[k * K + l], Ra[other.unit]] as const] : [],
  );
  const found = [terms(['M', 'Ra'], rows)];
  Rdelta[unit.unit] = sumOf(found);
  recorder.write('output', 'Rdelta', unit.unit, [Rdelta[unit.unit]], found, {
    gradient: 0,
    r: 2 * rows.length - 1,
  });
}
