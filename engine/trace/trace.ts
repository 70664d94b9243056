import type { Problem } from '../experiment/problem.ts';
import { type Numbers, numbersOf } from './numbers.ts';
import { lossAt, output, rOutput } from './outputs.ts';
import { backward, forward, rBackward, rForward } from './passes.ts';
import { termOf, terms } from './recorder.ts';
import type { Trace } from './step.ts';
import type { Unit } from './units.ts';

/** `∂E_n/∂w_ji = δ_j z_i` (PRML 5.53) and `R{∂E_n/∂w_ji} = R{δ_j} z_i + δ_j R{z_i}` (5.110, 5.111) of all that j reads. */
function products(
  numbers: Numbers,
  { unit: j, reads, bias }: Unit,
  gradient: Float64Array,
  Hv: Float64Array,
): void {
  const { z, Rz, delta, Rdelta, inputs, recorder } = numbers;
  const moving = reads.filter((from) => from.unit >= inputs);
  const direct = terms(
    ['z'],
    [...reads.map((from) => [from.unit, z[from.unit]] as const), [-1, 1] as const],
    [{ name: 'Rdelta', value: Rdelta[j] }],
  );
  const through = terms(
    ['Rz'],
    moving.map((from) => [from.unit, Rz[from.unit]]),
    [{ name: 'delta', value: delta[j] }],
  );
  const row = direct.units.map((unit, q) => {
    const other = through.units.indexOf(unit);
    return termOf(direct, q) + (other < 0 ? 0 : termOf(through, other));
  });
  reads.forEach((from, q) => {
    gradient[from.weight] = delta[j] * z[from.unit];
    Hv[from.weight] = row[q];
  });
  gradient[bias] = delta[j];
  Hv[bias] = row[reads.length];
  const operations = { gradient: reads.length, r: reads.length + 2 * moving.length };
  recorder.write('products', 'product', j, row, [direct, through], operations);
}

/**
 * R{backprop} of pattern n along v, unit by unit (PRML 5.4.6, Pearlmutter 1994): forward and R-forward in
 * topological order, the outputs through δ and M, backward and R-backward in reverse order, then the products.
 * `E_n` alone: no reduction, no weight decay. Multiplications and additions are counted; h, its derivatives and the
 * loss are not. O(W) time and memory.
 * @throws `pattern is 7: allowed 0 to 6`, `direction has 12 entries, network needs 13`,
 *   `needs dense layers, conv1 is: conv2d`
 */
export function traceOf(problem: Problem, n: number, v: Float64Array): Trace {
  const numbers = numbersOf(problem, n, v);
  const { units, outputs, offsets, inputs, z, recorder } = numbers;
  const given = Array.from(z.subarray(0, inputs));
  const hidden = units.filter(({ isOutput }) => !isOutput).reverse();
  for (const unit of units) forward(numbers, unit);
  for (const unit of units) rForward(numbers, unit);
  const seed = lossAt(numbers);
  outputs.forEach((unit, k) => output(numbers, seed, unit, k));
  outputs.forEach((unit, k) => rOutput(numbers, seed, unit, k));
  for (const unit of hidden) backward(numbers, unit);
  for (const unit of hidden) rBackward(numbers, unit);
  const gradient = new Float64Array(v.length);
  const Hv = new Float64Array(v.length);
  for (const unit of units) products(numbers, unit, gradient, Hv);
  return { offsets, inputs: given, steps: recorder.steps, gradient, Hv };
}
