import type { Workspace } from '../curvature/workspace.ts';
import { dot } from '../kernels/multiply.ts';
import { passesOf } from '../layers/index.ts';
import type { Layer } from '../layers/layer.ts';
import { totalLoss } from '../losses/totalLoss.ts';
import { forwardStep } from '../network/forwardStep.ts';
import type { Topology } from '../network/topology.ts';
import type { Axes } from './axes.ts';

/**
 * How a layer's pre-activations change over the plane: not at all; as `a + s A(p)z + t A(q)z`, where what it reads
 * stands still, because a is linear in the layer's own weights; or in any way.
 */
type Motion = 'still' | 'linear' | 'any';

const isTouched = ({ weights, biases, rows }: Layer, v: Float64Array): boolean =>
  v.subarray(weights, biases + rows).some((entry) => entry !== 0);

function motionsOf({ layers }: Topology, { p, q }: Axes): readonly Motion[] {
  const motions: Motion[] = [];
  for (const layer of layers) {
    const reads = layer.sources.every((source) => source.layer < 0 || motions[source.layer] === 'still');
    const own = isTouched(layer, p) || isTouched(layer, q);
    motions.push(!reads ? 'any' : own ? 'linear' : 'still');
  }
  return motions;
}

/**
 * `E(w + s p + t q)` as a function of s and t, weight decay included: one forward pass a point, of which only
 * what the plane moves is done, in arrays that are kept from point to point. O(N W) at most.
 */
export function errorsOnPlane(workspace: Workspace, axes: Axes): (s: number, t: number) => number {
  const { topology, problem, c } = workspace;
  const { batch, parameters: w, weightDecay, loss } = problem;
  const { p, q } = axes;
  const motions = motionsOf(topology, axes);
  const moving = w.slice();
  const output = topology.layers[topology.layers.length - 1];
  const z = [...workspace.forward.z];
  const steps = topology.layers
    .filter(({ index }) => motions[index] !== 'still')
    .map((layer) => {
      const { a, preActivate, activate } = forwardStep(layer, batch.inputs, batch.N, z, layer === output);
      const move =
        motions[layer.index] === 'linear'
          ? linearChange(layer, workspace, axes, a)
          : () => {
              preActivate(moving);
            };
      return { a, move, activate };
    });
  const last =
    motions[output.index] === 'still' ? workspace.forward.a[output.index] : steps[steps.length - 1].a;
  const lossOf = totalLoss(loss.kind, output.spec.activation, batch.targets, output.units);
  const needsWeights = motions.includes('any');
  const [ww, wp, wq] = [w, p, q].map((v) => dot(w, 0, v, 0, w.length));
  const [pp, pq, qq] = [dot(p, 0, p, 0, w.length), dot(p, 0, q, 0, w.length), dot(q, 0, q, 0, w.length)];
  return (s, t) => {
    if (needsWeights) for (let i = 0; i < w.length; i++) moving[i] = w[i] + s * p[i] + t * q[i];
    for (const { move, activate } of steps) {
      move(s, t);
      activate();
    }
    const squares = ww + 2 * (s * wp + t * wq) + s * s * pp + 2 * s * t * pq + t * t * qq;
    return c * lossOf(last) + 0.5 * weightDecay * squares;
  };
}

/** Writes `a + s A(p)z + t A(q)z` of a layer whose inputs stand still. */
function linearChange(
  layer: Layer,
  { forward: { a: here, zin, N } }: Workspace,
  { p, q }: Axes,
  a: Float64Array,
): (s: number, t: number) => void {
  const from = here[layer.index];
  const [along, across] = [p, q].map((v) => {
    const change = new Float64Array(a.length);
    passesOf(layer).forward(layer, v, zin[layer.index], N, change);
    return change;
  });
  return (s, t) => {
    for (let at = 0; at < a.length; at++) a[at] = from[at] + s * along[at] + t * across[at];
  };
}
