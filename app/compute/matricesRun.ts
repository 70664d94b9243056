import type { Experiment } from '../../engine/experiment/document.ts';
import type { Problem } from '../../engine/experiment/problem.ts';
import { type Topology, topologyOf } from '../../engine/network/topology.ts';
import { cellCount } from '../../workers/parts/cells.ts';
import { mergeParts } from '../../workers/parts/mergeParts.ts';
import type { Pool } from '../../workers/pool.ts';
import type { Plan, Snapshot } from '../../workers/protocol.ts';
import { deadlineOf } from './limits.ts';
import { createNewestRun, superseded } from './newestRun.ts';
import { createPlanner } from './planner.ts';
import { problemOf } from './problemOf.ts';
import { bytesOf, putSpare, takeSpare } from './spareBuffers.ts';

/** Parts on show before all are there, when all would take longer than this. */
const PROGRESSIVE_MILLISECONDS = 250;
/** A run of more parts than this for each worker ends for a newer document; a shorter one is shown first. */
const LONG_ROUNDS = 3;

const versions = new WeakMap<Problem, number>();
let latest = 0;

/** A number of its own for each problem, the same whenever it is asked for. */
export function versionOf(problem: Problem): number {
  const version = versions.get(problem) ?? (latest += 1);
  versions.set(problem, version);
  return version;
}

const topologies = new WeakMap<Problem['network'], Topology>();

/** The topology of a network, the same whenever it is asked for: what is laid out for it is laid out once. */
export function sharedTopology(network: Problem['network']): Topology {
  const topology = topologies.get(network) ?? topologyOf(network);
  topologies.set(network, topology);
  return topology;
}

/** What is there of a run that takes long: `done` is the share of its parts that are. */
type Partly = (experiment: Experiment, snapshot: Snapshot, done: number) => void;

interface Request {
  readonly experiment: Experiment;
  readonly plan: Plan;
}

export interface Planned {
  readonly snapshot: Snapshot;
  readonly plan: Plan;
}

export interface MatricesRun {
  /**
   * The matrices that follow the document, and the plan they were computed by; `Superseded` when a newer
   * document's took their place.
   */
  compute(experiment: Experiment): Promise<Planned>;
  /** For the newest document only: asking for an older one's would take the newest's place. */
  planOf(experiment: Experiment): Promise<Plan>;
}

/**
 * Computes the matrices on show: small ones in one call, large ones in parts that the workers share. One run in
 * parts is under way and the newest waits; a long run ends early for it.
 */
export function createMatricesRun(
  pool: Pick<Pool, 'run' | 'size'>,
  pictureSide: () => number,
  partly: Partly,
): MatricesRun {
  const planOf = createPlanner(pool);

  async function runParts(
    { experiment, plan: { quick } }: Request,
    isDropped: () => boolean,
  ): Promise<Snapshot> {
    const problem = problemOf(experiment);
    const progressive = quick.parts.length > pool.size;
    const merge = mergeParts(sharedTopology(problem.network), ({ buffer }) => putSpare(buffer));
    const side = pictureSide();
    const cells = Number.isFinite(side) ? cellCount(Math.min(side, merge.order)) : 0;
    const queue = [...quick.parts];
    const options = { deadlineMilliseconds: deadlineOf(problem) };
    const version = versionOf(problem);
    const start = performance.now();
    let arrived = 0;
    const work = async (place: number): Promise<void> => {
      for (let part = queue.shift(); part !== undefined; part = queue.shift()) {
        if (isDropped()) throw superseded();
        const request = { version, problem, matrices: quick.matrices, part, side };
        const spare = [merge.entriesOf(part), cells].flatMap((count) =>
          takeSpare(bytesOf(count), quick.matrices.length),
        );
        merge.add(part, await pool.run('snapshot', 'part', request, { ...options, place, spare }));
        arrived += 1;
        const elapsed = performance.now() - start;
        const unfinished = arrived < quick.parts.length;
        if (progressive && unfinished && !isDropped() && elapsed > PROGRESSIVE_MILLISECONDS)
          partly(experiment, merge.snapshot(false), arrived / quick.parts.length);
      }
    };
    await Promise.all(Array.from({ length: Math.min(pool.size, queue.length) }, (_, place) => work(place)));
    return merge.snapshot(true);
  }

  const runs = createNewestRun(
    runParts,
    ({ plan: { quick } }) => quick.parts.length > LONG_ROUNDS * pool.size,
  );

  return {
    planOf,
    async compute(experiment) {
      const plan = await planOf(experiment);
      const request = { experiment, plan };
      if (plan.quick.parts.length > 1) return { snapshot: await runs.compute(request), plan };
      // One part alone: newest wins in its lane.
      runs.drop();
      return { snapshot: await runParts(request, () => false), plan };
    },
  };
}
