import { directionVector } from '../experiment/direction.ts';
import { DEFAULT_ESTIMATION, type Problem } from '../experiment/problem.ts';
import { seedOf } from '../losses/seed.ts';
import { backwardSweep, forwardSweep } from '../network/sweeps.ts';
import { topologyOf } from '../network/topology.ts';
import { rProduct } from '../products/hessianVector.ts';
import { lanczosTop } from '../spectrum/lanczos.ts';
import type { Workspace } from './workspace.ts';

const LANCZOS_STEPS = 240;
/** Residuals of the eigenpairs, relative to the largest |λ|: their products are then right to about this. */
const LANCZOS_TOLERANCE = 1e-12;

/**
 * A workspace for a problem; the topology is that of its network, for callers that have it already: what is laid out
 * for a topology is then laid out once.
 * @throws `parameters has 12 entries, network needs 13`, `targets have 4 entries, patterns need 12`
 */
export function createWorkspace(problem: Problem, topology = topologyOf(problem.network)): Workspace {
  const { parameters, batch, loss } = problem;
  const estimation = problem.estimation ?? DEFAULT_ESTIMATION;
  check('parameters has', parameters.length, 'network needs', topology.W);
  check('inputs have', batch.inputs.length, 'patterns need', batch.N * topology.inputUnits);
  check('targets have', batch.targets.length, 'patterns need', batch.N * topology.outputUnits);
  const kept = new Map<string, unknown>();
  function once<T>(name: string, compute: () => T): T {
    if (!kept.has(name)) kept.set(name, compute());
    return kept.get(name) as T;
  }
  const output = topology.layers[topology.layers.length - 1];
  return {
    problem,
    topology,
    c: loss.reduction === 'mean' ? 1 / batch.N : 1,
    once,
    get forward() {
      return once('forward', () => forwardSweep(topology, parameters, batch.inputs, batch.N));
    },
    get seed() {
      return once('seed', () =>
        seedOf(
          loss.kind,
          output.spec.activation,
          this.forward.a[output.index],
          batch.targets,
          batch.N,
          output.units,
        ),
      );
    },
    get direction() {
      return once('direction', () =>
        directionVector(this, problem.direction ?? { kind: 'random', seed: estimation.seed }),
      );
    },
    get eigenpairs() {
      const apply = (v: Float64Array): Float64Array => rProduct(this, v);
      return once('eigenpairs', () =>
        lanczosTop(apply, topology.W, estimation.rank, LANCZOS_STEPS, LANCZOS_TOLERANCE),
      );
    },
    get backward() {
      return once('backward', () => backwardSweep(topology, parameters, this.forward, this.seed.delta));
    },
  };
}

function check(have: string, count: number, need: string, needed: number): void {
  if (count !== needed) throw new Error(`${have} ${count} entries, ${need} ${needed}`);
}
