import { activate, type Numbers } from './numbers.ts';
import { sumOf, terms } from './recorder.ts';
import type { Unit } from './units.ts';

/** `a_j = Σ_i w_ji z_i + w_j0` (PRML 5.48), then `z_j = h(a_j)` (5.49); an output's z waits for the loss. */
export function forward(numbers: Numbers, unit: Unit): void {
  const { w, a, z, h1, h2, recorder } = numbers;
  const { unit: j, reads, bias } = unit;
  const found = [
    terms(
      ['w', 'z'],
      reads.map((from) => [from.unit, w[from.weight], z[from.unit]]),
    ),
    terms(['w'], [[-1, w[bias]]]),
  ];
  a[j] = sumOf(found);
  recorder.write('forward', 'a', j, [a[j]], found, { gradient: 2 * reads.length, r: 0 });
  if (unit.isOutput) return;
  [z[j], h1[j], h2[j]] = activate(unit, a[j]);
  recorder.write('forward', 'z', j, [z[j]], [], { gradient: 0, r: 0 });
}

/**
 * `R{a_j} = Σ_i (w_ji R{z_i} + v_ji z_i) + v_j0` (PRML 5.101, 5.103), then `R{z_j} = h'(a_j) R{a_j}` (5.102). Inputs
 * have no R{z_i}: they do not change with w.
 */
export function rForward(numbers: Numbers, { unit: j, reads, bias, isOutput }: Unit): void {
  const { w, v, z, h1, Ra, Rz, inputs, recorder } = numbers;
  const moving = reads.filter((from) => from.unit >= inputs);
  const found = [
    terms(
      ['w', 'Rz'],
      moving.map((from) => [from.unit, w[from.weight], Rz[from.unit]]),
    ),
    terms(
      ['v', 'z'],
      reads.map((from) => [from.unit, v[from.weight], z[from.unit]]),
    ),
    terms(['v'], [[-1, v[bias]]]),
  ];
  Ra[j] = sumOf(found);
  recorder.write('R-forward', 'Ra', j, [Ra[j]], found, {
    gradient: 0,
    r: 2 * (moving.length + reads.length),
  });
  if (isOutput) return;
  const slope = [terms(['Ra'], [[j, Ra[j]]], [{ name: 'h1', value: h1[j] }])];
  Rz[j] = sumOf(slope);
  recorder.write('R-forward', 'Rz', j, [Rz[j]], slope, { gradient: 0, r: 1 });
}

/** `δ_j = h'(a_j) Σ_k w_kj δ_k` (PRML 5.56): k runs over every unit that reads j. */
export function backward(numbers: Numbers, { unit: j, readBy }: Unit): void {
  const { w, h1, delta, recorder } = numbers;
  const rows = readBy.map((to) => [to.unit, w[to.weight], delta[to.unit]] as const);
  const found = [terms(['w', 'delta'], rows, [{ name: 'h1', value: h1[j] }])];
  delta[j] = sumOf(found);
  recorder.write('backward', 'delta', j, [delta[j]], found, { gradient: 2 * readBy.length, r: 0 });
}

/** `R{δ_j} = h''(a_j) R{a_j} Σ_k w_kj δ_k + h'(a_j) Σ_k (v_kj δ_k + w_kj R{δ_k})` (PRML 5.107); the first sum is there. */
export function rBackward(numbers: Numbers, { unit: j, readBy }: Unit): void {
  const { w, v, h1, h2, Ra, delta, Rdelta, recorder } = numbers;
  const slope = [{ name: 'h1', value: h1[j] }] as const;
  const bend = [
    { name: 'h2', value: h2[j] },
    { name: 'Ra', value: Ra[j] },
  ] as const;
  const found = [
    terms(
      ['w', 'delta'],
      readBy.map((to) => [to.unit, w[to.weight], delta[to.unit]]),
      bend,
    ),
    terms(
      ['v', 'delta'],
      readBy.map((to) => [to.unit, v[to.weight], delta[to.unit]]),
      slope,
    ),
    terms(
      ['w', 'Rdelta'],
      readBy.map((to) => [to.unit, w[to.weight], Rdelta[to.unit]]),
      slope,
    ),
  ];
  Rdelta[j] = sumOf(found);
  const r = readBy.length === 0 ? 0 : 4 * readBy.length + 3;
  recorder.write('R-backward', 'Rdelta', j, [Rdelta[j]], found, { gradient: 0, r });
}
