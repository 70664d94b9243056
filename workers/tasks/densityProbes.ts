import { createWorkspace } from '../../engine/curvature/createWorkspace.ts';
import { smoothed } from '../../engine/spectrum/density.ts';
import { gaussQuadrature } from '../../engine/spectrum/gaussQuadrature.ts';
import { signVectors } from '../../engine/spectrum/probes.ts';
import type { ProbesReply, ProbesRequest } from '../protocol/density.ts';
import { dampedProduct } from './dampedProduct.ts';
import { placesOf } from './densityGrid.ts';

/**
 * Some of the probes of a seed, each by `steps` products: `W Σ τ θ` is its `vᵀAv`, `W Σ τ ln(θ + λ)` its log-determinant,
 * and its density that of the nodes θ with weights τ (stochastic Lanczos quadrature).
 */
export function densityProbes(request: ProbesRequest): ProbesReply {
  const { problem, matrix, damping, steps, seed, from, to, grid } = request;
  const workspace = createWorkspace(problem);
  const { W } = workspace.topology;
  const apply = dampedProduct(workspace, matrix, 0);
  const quadratures = signVectors(W, to, seed)
    .slice(from)
    .map((v) => gaussQuadrature(apply, v, steps));
  const densities = new Float64Array(quadratures.length * grid.places.length);
  quadratures.forEach(({ nodes, weights }, s) => {
    const placed = { nodes: placesOf(nodes, grid.knee), weights };
    densities.set(smoothed(placed, grid.places, grid.width), s * grid.places.length);
  });
  const means = (f: (node: number) => number): Float64Array =>
    Float64Array.from(quadratures, ({ nodes, weights }) =>
      nodes.reduce((sum, node, k) => sum + W * (weights[k] ?? NaN) * f(node), 0),
    );
  return {
    traces: means((node) => node),
    logDeterminants: means((node) => (node + damping > 0 ? Math.log(node + damping) : NaN)),
    densities,
    smallestNode: quadratures.reduce((least, { nodes }) => Math.min(least, nodes[0] ?? NaN), Infinity),
  };
}
