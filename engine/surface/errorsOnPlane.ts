import { activationOf } from '../activations/index.ts';
import type { Workspace } from '../curvature/workspace.ts';
import { dot } from '../kernels/multiply.ts';
import { passesOf } from '../layers/index.ts';
import type { Layer } from '../layers/layer.ts';
import { gather } from '../network/gather.ts';
import type { Topology } from '../network/topology.ts';
import type { Axes } from './axes.ts';
import { totalLoss } from './totalLoss.ts';

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
  const { N } = batch;
  const { p, q } = axes;
  const motions = motionsOf(topology, axes);
  const moving = w.slice();
  const z = [...workspace.forward.z];
  const steps = topology.layers
    .filter(({ index }) => motions[index] !== 'still')
    .map((layer) => {
      const [a, own, h1, h2] = [0, 1, 2, 3].map(() => new Float64Array(N * layer.units));
      const changed = motions[layer.index] === 'linear' ? linearChange(layer, workspace, axes, a) : null;
      const isOutput = layer.index === topology.layers.length - 1;
      if (!isOutput) z[layer.index] = own;
      const move = changed ?? (() => forward(layer, moving, z, workspace, a));
      const activate = isOutput ? null : elementwise(layer, a, own, h1, h2);
      return { a, move, activate };
    });
  const output = topology.layers[topology.layers.length - 1];
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
      activate?.();
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

function forward(
  layer: Layer,
  w: Float64Array,
  z: readonly Float64Array[],
  { problem: { batch } }: Workspace,
  a: Float64Array,
): void {
  a.fill(0);
  const read = gather(layer, batch.N, batch.inputs, z);
  passesOf(layer).forward(layer, w, read, batch.N, a);
}

function elementwise(
  { spec }: Layer,
  a: Float64Array,
  z: Float64Array,
  h1: Float64Array,
  h2: Float64Array,
): () => void {
  const activation = activationOf(spec.activation);
  if (activation.kind === 'softmax') throw new Error('internal: softmax at a hidden layer');
  return () => activation.evaluate(a, z, h1, h2);
}
