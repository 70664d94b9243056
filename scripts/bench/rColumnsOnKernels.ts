import { createWorkspace } from '../../engine/curvature/createWorkspace.ts';
import type { Problem } from '../../engine/experiment/problem.ts';
import { kernels } from '../../engine/kernels/kernels.ts';
import type { Layer } from '../../engine/layers/layer.ts';
import { heapRows } from './heapRows.ts';

/**
 * The exact Hessian column by column, `H e_i` by R{backprop} (PRML 5.4.6), every loop one of the kernels that
 * the layer-pair products use: what their algorithm gains beyond its kernels. For dense layers one after
 * another, a sum of squares, identity outputs (M = I) and no weight decay. 12·N·W operations a column.
 */
export function rColumnsOnKernels(problem: Problem): Float64Array {
  const { topology, forward, backward } = createWorkspace(problem);
  const { W } = topology;
  const { N } = forward;
  const { heap, timesRows } = kernels();
  const { table, transposed, integers, addresses, mix, multiply } = heapRows(kernels(), N);
  const mark = heap.mark();
  const zero = Float64Array.of(0);
  const ones = table(Float64Array.of(1), N);
  const w = table(problem.parameters);
  const v = table(zero, W);
  const H = table(zero, W * W);

  const layers = topology.layers.map(({ index: l, units, inputs, weights, biases }: Layer) => {
    const delta = transposed(backward.delta[l], units);
    const Rdelta = heap.take(units * N);
    return {
      units,
      inputs,
      weights,
      biases,
      delta,
      Rdelta,
      zin: transposed(forward.zin[l], inputs),
      h1: transposed(forward.h1[l], units),
      h2e: transposed(
        forward.h2[l].map((h2, q) => h2 * backward.e[l][q]),
        units,
      ),
      Ra: heap.take(units * N),
      Rz: heap.take(units * N),
      toWeights: { delta: addresses(delta, units, inputs), Rdelta: addresses(Rdelta, units, inputs) },
      toBiases: addresses(Rdelta, units, 1),
      columns: integers(inputs, 0, 1),
    };
  });
  const output = layers.length - 1;

  function forwards(): void {
    layers.forEach(({ units, inputs, weights, biases, zin, Ra, Rz, h1 }, l) => {
      mix([zin, inputs], [v + weights, 1, inputs], [Ra, units], false);
      mix([ones, 1], [v + biases, 1, 1], [Ra, units], true);
      if (l > 0) mix([layers[l - 1].Rz, inputs], [w + weights, 1, inputs], [Ra, units], true);
      heap.numbers.copyWithin(Rz, Ra, Ra + units * N);
      if (l < output) timesRows(Rz, h1, units * N);
    });
  }

  function backwards(): void {
    const last = layers[output];
    heap.numbers.copyWithin(last.Rdelta, last.Ra, last.Ra + last.units * N);
    for (let l = output - 1; l >= 0; l--) {
      const { units, h1, h2e, Ra, Rdelta } = layers[l];
      const next = layers[l + 1];
      mix([next.Rdelta, next.units], [w + next.weights, next.inputs, 1], [Rdelta, units], false);
      mix([next.delta, next.units], [v + next.weights, next.inputs, 1], [Rdelta, units], true);
      timesRows(Rdelta, h1, units * N);
      timesRows(Ra, h2e, units * N);
      const { numbers } = heap;
      for (let q = 0; q < units * N; q++) numbers[Rdelta + q] += numbers[Ra + q];
    }
  }

  function toColumn(column: number): void {
    layers.forEach(({ inputs, weights, biases, zin, toWeights, toBiases, columns }, l) => {
      multiply(toWeights.Rdelta, [zin, inputs, columns], column + weights, false);
      if (l > 0) multiply(toWeights.delta, [layers[l - 1].Rz, inputs, columns], column + weights, true);
      multiply(toBiases, [ones, 1, columns], column + biases, false);
    });
  }

  for (let i = 0; i < W; i++) {
    heap.numbers[v + i] = 1;
    forwards();
    backwards();
    toColumn(H + i * W);
    heap.numbers[v + i] = 0;
  }
  const values = heap.numbers.slice(H, H + W * W);
  heap.release(mark);
  return values;
}
