import type { Workspace } from '../curvature/workspace.ts';
import { passesOf } from '../layers/index.ts';
import type { Layer } from '../layers/layer.ts';

/** One column after the other of ∂a/∂u at one pattern: what rForward makes of the unit vectors of u. */
function columns(count: number, units: number, pass: (unit: Float64Array, Ra: Float64Array) => void) {
  return Array.from({ length: count }, (_, q) => {
    const unit = new Float64Array(count);
    unit[q] = 1;
    const Ra = new Float64Array(units);
    pass(unit, Ra);
    return Ra;
  });
}

/** ∂a/∂z of a layer at what it reads in one pattern, column by column, [inputs][units]. */
export const inputJacobian = (layer: Layer, w: Float64Array, z: Float64Array): Float64Array[] =>
  columns(layer.inputs, layer.units, (Rz, Ra) =>
    passesOf(layer).rForward(layer, w, new Float64Array(w.length), z, Rz, 1, Ra),
  );

/** ∂a/∂w of a layer at what it reads in one pattern, column by column, [W][units]. */
export const weightJacobian = (layer: Layer, w: Float64Array, z: Float64Array): Float64Array[] =>
  columns(w.length, layer.units, (v, Ra) => passesOf(layer).rForward(layer, w, v, z, null, 1, Ra));

/**
 * The diagonal recursion written with explicit Jacobians of every layer, pattern by pattern:
 * `d_i = Σ_j (∂a_j/∂z_i)² D_j`, `D_j = h'(a_j)² d_j + h''(a_j) e_j`, and `c Σ_n Σ_j D_j (∂a_j/∂w_q)² + α`.
 */
export function slowDiagonal({ topology, problem, c, forward, seed, backward }: Workspace): Float64Array {
  const { parameters: w, batch, weightDecay } = problem;
  const diagonal = new Float64Array(topology.W).fill(weightDecay);
  const last = topology.layers.length - 1;
  for (let n = 0; n < batch.N; n++) {
    const d = topology.layers.map(({ units }) => new Float64Array(units));
    for (const layer of [...topology.layers].reverse()) {
      const { index: l, units, inputs, sources } = layer;
      const D = d[l].map((value, j) =>
        l === last
          ? seed.M[(n * units + j) * units + j]
          : forward.h1[l][n * units + j] ** 2 * value +
            forward.h2[l][n * units + j] * backward.e[l][n * units + j],
      );
      const z = forward.zin[l].slice(n * inputs, (n + 1) * inputs);
      const weighted = (column: Float64Array): number =>
        column.reduce((sum, entry, j) => sum + entry * entry * D[j], 0);
      weightJacobian(layer, w, z).forEach((column, q) => (diagonal[q] += c * weighted(column)));
      inputJacobian(layer, w, z).forEach((column, i) => {
        const source = sources.find(({ column: first, units: own }) => i >= first && i < first + own);
        if (source !== undefined && source.layer >= 0) d[source.layer][i - source.column] += weighted(column);
      });
    }
  }
  return diagonal;
}
