import type { LensSettings } from '../../../engine/experiment/lenses.ts';
import type { Problem } from '../../../engine/experiment/problem.ts';
import { topologyOf } from '../../../engine/network/topology.ts';
import { asError, isSuperseded } from '../../../workers/asError.ts';
import type { SurfaceModel, SurfacePlane, SurfaceReply } from '../../../workers/protocol.ts';
import type { TaskLine } from '../../compute/tasks.ts';
import { chunksOf, coordinate, newPlaces, placeMilliseconds, SIDE, STRIDES } from './grid.ts';

/** What is asked: a plane through the weights of a problem, and how far to look. */
export interface SurfaceQuestion extends Pick<LensSettings['surface'], 'axes' | 'first' | 'second' | 'span'> {
  readonly problem: Problem;
}

/** The plane and the error on it, as finely as it is known by now. */
export interface SurfacePicture {
  readonly question: SurfaceQuestion;
  readonly plane: SurfacePlane;
  /** Places known: those whose row and column are multiples of it. */
  readonly stride: number;
  /** E at `row · SIDE + column`. */
  readonly errors: Float64Array;
  readonly believed: Readonly<Record<SurfaceModel, Float64Array>>;
}

export interface SurfaceState {
  readonly picture: SurfacePicture | null;
  readonly busy: boolean;
  /** Share of the places that is done. */
  readonly done: number;
  readonly problem: string | null;
}

/** The first picture of a drag comes within about this. */
const FIRST_MILLISECONDS = 80;
/** One call's share of the work. */
const CALL_MILLISECONDS = 300;
/** Pictures of a drag follow each other at this distance: drawing takes its time too. */
const PAUSE_MILLISECONDS = 90;
/** A call that is no longer wanted is given up after this long. */
const PATIENCE_MILLISECONDS = 1000;

const samePlane = (a: SurfaceQuestion, b: SurfaceQuestion): boolean =>
  a.problem === b.problem && a.axes === b.axes && a.first === b.first && a.second === b.second;

const empty = (): Float64Array => new Float64Array(SIDE * SIDE).fill(NaN);

/** Answers the newest question in short calls, coarse before fine; an older question is left where it stands. */
export class SurfaceFollower {
  private newest: SurfaceQuestion | null = null;
  private running = false;
  private state: SurfaceState = { picture: null, busy: false, done: 0, problem: null };
  private giveUp: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly line: TaskLine,
    private readonly onState: (state: SurfaceState) => void,
  ) {}

  ask(question: SurfaceQuestion): void {
    this.newest = question;
    if (this.running) this.giveUp ??= setTimeout(() => this.line.leave(), PATIENCE_MILLISECONDS);
    else void this.follow();
  }

  leave(): void {
    this.newest = null;
    clearTimeout(this.giveUp);
    this.line.leave();
  }

  private set(change: Partial<SurfaceState>): void {
    this.state = { ...this.state, ...change };
    if (this.newest !== null) this.onState(this.state);
  }

  private async follow(): Promise<void> {
    this.running = true;
    for (let answered: SurfaceQuestion | null = null; this.newest !== null && this.newest !== answered;) {
      answered = this.newest;
      clearTimeout(this.giveUp);
      this.giveUp = undefined;
      this.set({ busy: true, done: 0 });
      const pause = new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
      try {
        await this.answer(answered);
        this.set({ problem: null });
      } catch (thrown) {
        const reason = asError(thrown);
        if (this.newest === answered && !isSuperseded(reason)) this.set({ problem: reason.message });
      }
      await pause;
    }
    this.running = false;
    this.set({ busy: false });
  }

  private async answer(question: SurfaceQuestion): Promise<void> {
    const { problem } = question;
    const each = placeMilliseconds(topologyOf(problem.network), problem.batch.N);
    const quick = STRIDES.findLast((stride) => newPlaces(stride).length * each <= FIRST_MILLISECONDS);
    const first = quick ?? STRIDES[0];
    const before = this.state.picture;
    let plane = before !== null && samePlane(before.question, question) ? before.plane : null;
    const errors = empty();
    const believed = { exact: empty(), 'gauss-newton': empty(), diagonal: empty() };
    let count = 0;
    for (const stride of STRIDES.filter((one) => one <= first)) {
      const places = newPlaces(stride, stride === first ? Infinity : 2 * stride);
      const length = stride === quick ? places.length : Math.max(1, Math.floor(CALL_MILLISECONDS / each));
      for (const chunk of chunksOf(places, length)) {
        const reply: SurfaceReply = await this.line.run('surface', {
          problem,
          plane: plane ?? question,
          s: Float64Array.from(chunk, (place) => coordinate(place % SIDE, question.span)),
          t: Float64Array.from(chunk, (place) => coordinate(Math.floor(place / SIDE), question.span)),
        });
        plane = reply.plane;
        chunk.forEach((place, at) => {
          errors[place] = reply.errors[at] ?? NaN;
          for (const model of Object.keys(believed) as SurfaceModel[])
            believed[model][place] = reply.believed[model][at] ?? NaN;
        });
        count += chunk.length;
        this.set({ done: count / (SIDE * SIDE) });
        const isPicture = count === ((SIDE - 1) / stride + 1) ** 2;
        if (isPicture) this.set({ picture: { question, plane, stride, errors, believed }, problem: null });
        if (this.newest !== question) return;
      }
    }
  }
}
