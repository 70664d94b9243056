import type { MatrixId } from '../../engine/curvature/index.ts';
import type { Experiment } from '../../engine/experiment/document.ts';
import type { Part } from '../../engine/network/groups.ts';
import { asError, isSuperseded } from '../../workers/asError.ts';
import { mergeParts, type Merge } from '../../workers/parts/mergeParts.ts';
import type { Pool } from '../../workers/pool.ts';
import type { PartReply, Plan, Snapshot } from '../../workers/protocol.ts';
import type { Lab } from '../state/lab.ts';
import { notify } from '../state/notices.ts';
import type { MatrixProgress } from '../state/results.ts';
import { deadlineOf } from './limits.ts';
import { sharedTopology, versionOf } from './matricesRun.ts';
import { problemOf, sameMatrix } from './problemOf.ts';

/** A part that nobody waits for any more ends with its worker after this long. */
const PATIENCE_MILLISECONDS = 80;
/** Deadlines of parts, in those of a whole set that follows the document. */
const SLOWER_THAN_LIVE = 4;

/** One slow matrix of one document, and how far it is. */
interface Work {
  readonly id: MatrixId;
  readonly experiment: Experiment;
  readonly merge: Merge;
  /** Parts that are not asked for. */
  readonly queue: Part[];
  readonly count: number;
  arrived: number;
}

export interface SlowMatrices {
  /** Computes the slow matrices of this document, one after another, each in parts. */
  follow(experiment: Experiment, plan: Plan): void;
  /** The document changes: what is under way for another problem ends. */
  interrupt(experiment: Experiment): void;
  /** Computes no further part of a matrix; what is there stays on show. */
  stop(id: MatrixId): void;
  /** Computes the parts of a stopped matrix that are missing. */
  compute(id: MatrixId): void;
}

/** The matrices that take too long to follow a dragged weight: computed behind the others when the document rests. */
export function createSlowMatrices(
  { results, pictures }: Pick<Lab, 'results' | 'pictures'>,
  pool: Pick<Pool, 'run' | 'giveUp' | 'size'>,
  onShown: () => void,
): SlowMatrices {
  function setProgress(id: MatrixId, progress: MatrixProgress | null): void {
    const { [id]: _, ...rest } = results.getState().progress;
    results.setState({ progress: progress === null ? rest : { ...rest, [id]: progress } });
  }

  const statusOf = (id: MatrixId): MatrixProgress['status'] | undefined =>
    results.getState().progress[id]?.status;

  /** Puts a matrix among those on show; its document is the same or differs in nothing the matrix is made of. */
  function show({ id, merge }: Work, complete: boolean): void {
    const { snapshot } = results.getState();
    const matrix = merge.snapshot(complete).matrices[id];
    if (snapshot === null || matrix === undefined) return;
    const value: Snapshot = { ...snapshot.value, matrices: { ...snapshot.value.matrices, [id]: matrix } };
    results.setState({ snapshot: { ...snapshot, value } });
  }

  function setStatus(id: MatrixId, status: MatrixProgress['status']): void {
    const before = results.getState().progress[id];
    if (before !== undefined) setProgress(id, { ...before, status });
  }

  let works: Work[] = [];
  /** Whose matrices are on show, by id. */
  const shown = new Map<MatrixId, Experiment>();
  const places = Array.from({ length: pool.size }, (_, place) => place);

  const isRunning = ({ id, queue }: Work): boolean => statusOf(id) === 'running' && queue.length > 0;

  async function ask(work: Work, part: Part, place: number): Promise<void> {
    const { id, experiment, queue } = work;
    const problem = problemOf(experiment);
    const request = {
      version: versionOf(problem),
      problem,
      matrices: [id],
      part,
      side: pictures.getState().side,
    };
    const deadlineMilliseconds = SLOWER_THAN_LIVE * deadlineOf(problem);
    const options = { deadlineMilliseconds, place, patienceMilliseconds: PATIENCE_MILLISECONDS };
    try {
      const reply = await pool.run('slow', 'part', request, options);
      if (works.includes(work)) arrive(work, part, reply);
    } catch (thrown) {
      const reason = asError(thrown);
      if (!works.includes(work)) return;
      if (isSuperseded(reason)) {
        queue.unshift(part);
        return;
      }
      leave(work);
      notify({ tone: 'caution', text: reason.message });
    }
  }

  function arrive(work: Work, part: Part, reply: PartReply): void {
    work.merge.add(part, reply);
    work.arrived += 1;
    const complete = work.arrived === work.count;
    show(work, complete);
    if (complete) {
      shown.set(work.id, work.experiment);
      leave(work);
      onShown();
    } else {
      const status = statusOf(work.id) ?? 'running';
      setProgress(work.id, { done: work.arrived / work.count, status });
    }
  }

  function leave(work: Work): void {
    works = works.filter((other) => other !== work);
    setProgress(work.id, null);
  }

  /** Keeps the workers at the first matrix that is not stopped. */
  function fill(): void {
    for (;;) {
      const work = works.find(isRunning);
      const part = work?.queue[0];
      const place = places.at(-1);
      if (work === undefined || part === undefined || place === undefined) return;
      work.queue.shift();
      places.pop();
      void ask(work, part, place).finally(() => {
        places.push(place);
        fill();
      });
    }
  }

  function drop(isOver: (work: Work) => boolean): void {
    const over = works.filter(isOver);
    if (over.length === 0) return;
    works = works.filter((work) => !over.includes(work));
    pool.giveUp('slow');
    over.forEach(({ id }) => setProgress(id, null));
  }

  function take(experiment: Experiment, id: MatrixId, parts: readonly Part[]): void {
    const last = shown.get(id);
    const there = results.getState().snapshot?.value.matrices[id] !== undefined;
    if (last !== undefined && there && sameMatrix(id, last, experiment)) return;
    if (works.some((work) => work.id === id)) return;
    const merge = mergeParts(sharedTopology(experiment.network));
    works.push({ id, experiment, merge, queue: [...parts], count: parts.length, arrived: 0 });
    setProgress(id, { done: 0, status: 'running' });
  }

  return {
    stop(id) {
      setStatus(id, 'stopped');
      pool.giveUp('slow');
    },
    compute(id) {
      setStatus(id, 'running');
      fill();
    },
    interrupt: (experiment) => drop((work) => !sameMatrix(work.id, work.experiment, experiment)),
    follow(experiment, { slow }) {
      const wanted = new Set(slow.map(({ id }) => id));
      drop(({ id }) => !wanted.has(id));
      for (const { id, parts } of slow) take(experiment, id, parts);
      fill();
    },
  };
}
