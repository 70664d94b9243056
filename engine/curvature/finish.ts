import type { Part } from '../network/groups.ts';
import { shareOf } from '../network/shares.ts';
import type { Workspace } from './workspace.ts';

/** Sum over patterns to the objective's matrix: `c A + αI`, in place. `W` rows, dense or diagonal. */
export function finishMatrix(
  workspace: Workspace,
  values: Float64Array,
  form: 'dense' | 'diagonal',
): Float64Array {
  const { c, topology, problem } = workspace;
  if (c !== 1) for (let q = 0; q < values.length; q++) values[q] *= c;
  const step = form === 'dense' ? topology.W + 1 : 1;
  for (let q = 0; q < values.length; q += step) values[q] += problem.weightDecay;
  return values;
}

/** αI, added to a part's share, packed; its entries are the objective's already. O(rows). */
export function addDecay({ topology, problem }: Workspace, values: Float64Array, part: Part): Float64Array {
  for (const place of shareOf(topology, part).diagonal.places) values[place] += problem.weightDecay;
  return values;
}

/** The matrices of the part that was computed last, for those that are made from others. */
const parts = new WeakMap<Workspace, { readonly part: Part; readonly kept: Map<string, Float64Array> }>();

/**
 * A matrix is kept for the workspace's other matrices: the whole as long as the workspace, a share until another
 * part is asked for or `forgetShares`.
 */
export function keep(
  workspace: Workspace,
  name: string,
  part: Part | undefined,
  compute: () => Float64Array,
): Float64Array {
  if (part === undefined) return workspace.once(name, compute);
  const last = parts.get(workspace);
  const same = last?.part.first === part.first && last.part.end === part.end;
  const { kept } = same ? last : { kept: new Map<string, Float64Array>() };
  if (!same) parts.set(workspace, { part, kept });
  const values = kept.get(name) ?? compute();
  kept.set(name, values);
  return values;
}

/** The shares of a part leave the workspace: what is computed next does not build on them. */
export function forgetShares(workspace: Workspace): void {
  parts.delete(workspace);
}

/** Sum over patterns to the objective's vector: `c g + α u`, in place; u = w for the gradient, v for a product. */
export function finishVector(workspace: Workspace, g: Float64Array, u: Float64Array): Float64Array {
  const { c, problem } = workspace;
  for (let q = 0; q < g.length; q++) g[q] = c * g[q] + problem.weightDecay * u[q];
  return g;
}
