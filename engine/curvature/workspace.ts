import type { Problem } from '../experiment/problem.ts';
import { type Seed, seedOf } from '../losses/seed.ts';
import { backwardSweep, type BackwardTape, forwardSweep, type ForwardTape } from '../network/sweeps.ts';
import { type Topology, topologyOf } from '../network/topology.ts';

/**
 * One problem and the passes that its matrices and products share. Each pass is run when first asked
 * for and kept; nothing here is changed afterwards.
 */
export interface Workspace {
  readonly problem: Problem;
  readonly topology: Topology;
  /** c of `E = c Σ E_n + (α/2)‖w‖²`: 1 for a sum, 1/N for a mean. */
  readonly c: number;
  readonly forward: ForwardTape;
  readonly seed: Seed;
  readonly backward: BackwardTape;
  /** Whatever is computed once and shared, by a name of the caller's own. */
  once<T>(name: string, compute: () => T): T;
}

/**
 * A workspace for a problem.
 * @throws `parameters has 12 entries, network needs 13`, `targets have 4 entries, patterns need 12`
 */
export function createWorkspace(problem: Problem): Workspace {
  const { network, parameters, batch, loss } = problem;
  const topology = topologyOf(network);
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
    get backward() {
      return once('backward', () => backwardSweep(topology, parameters, this.forward, this.seed.delta));
    },
  };
}

function check(have: string, count: number, need: string, needed: number): void {
  if (count !== needed) throw new Error(`${have} ${count} entries, ${need} ${needed}`);
}
