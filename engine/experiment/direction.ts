import { gaussians } from '../data/random.ts';
import type { Workspace } from '../curvature/workspace.ts';
import { gradientOf } from '../products/gradient.ts';
import { topEigenvector } from '../spectrum/topEigenvector.ts';
import type { DirectionSpec } from './problem.ts';

/** The rule of every kind of direction. */
const rules: {
  readonly [K in DirectionSpec['kind']]: (
    workspace: Workspace,
    spec: DirectionSpec & { kind: K },
  ) => Float64Array;
} = {
  random: ({ topology }, { seed }) => gaussians(seed, topology.W),
  unit: ({ problem }, { index }) => problem.parameters.map((_, q) => (q === index ? 1 : 0)),
  gradient: gradientOf,
  'top-eigenvector': topEigenvector,
};

/**
 * The direction v of a spec, [W]: N(0, 1) entries from a seed, a unit vector, ∇E, or the eigenvector to
 * H's largest eigenvalue.
 * @throws `direction.index is 40: allowed 0 to 12`
 */
export function directionVector(workspace: Workspace, spec: DirectionSpec): Float64Array {
  const { W } = workspace.topology;
  if (spec.kind === 'unit' && !(spec.index >= 0 && spec.index < W)) {
    throw new Error(`direction.index is ${spec.index}: allowed 0 to ${W - 1}`);
  }
  const rule = rules[spec.kind] as (workspace: Workspace, spec: DirectionSpec) => Float64Array;
  return rule(workspace, spec);
}
