import { createWorkspace } from '../../engine/curvature/createWorkspace.ts';
import { exact } from '../../engine/curvature/exact.ts';
import { dot } from '../../engine/kernels/multiply.ts';
import { inertia } from '../../engine/solve/inertia.ts';
import type { Axes } from '../../engine/surface/axes.ts';
import { errorsOnPlane } from '../../engine/surface/errorsOnPlane.ts';
import { raceStart } from '../../engine/uses/race/move.ts';
import { planeOfPaths, shadows } from '../../engine/uses/race/planeOfPaths.ts';
import { raceStepOf } from '../../engine/uses/race/steps.ts';
import type {
  RaceEnd,
  RaceEndRequest,
  RaceErrorsRequest,
  RacePlane,
  RacePlaneRequest,
  RaceReply,
  RaceRequest,
} from '../protocol/race.ts';

/** ‖∇E‖ below this share of what it was at the start, or of 1, has vanished. */
const REST = 1e-10;
/** An error that many times that of the start is beyond all reason. */
const EXPLOSION = 1e9;
/** All eigenvalues of H take O(W³). */
const LARGEST_W = 200;

const norm = (g: Float64Array): number => Math.sqrt(dot(g, 0, g, 0, g.length));

/**
 * Steps of one method until their number or the time is used up, or it stops. Each is timed by itself; before the first
 * of a race one is taken that does not count, so that no time goes to readying the code.
 */
export function race(request: RaceRequest): RaceReply {
  const { problem, settings, carried, taken, steps, noteEvery } = request;
  const step = raceStepOf(request.method);
  let state = raceStart(problem, carried ?? { damping: settings.damping });
  const start = request.reference ?? { error: state.error, gradientNorm: norm(state.gradient) };
  const rest = REST * Math.max(1, start.gradientNorm);
  const ceiling = EXPLOSION * Math.max(1, Math.abs(start.error));
  let stop: RaceReply['stop'] = Number.isFinite(state.error) ? null : 'not-finite';
  if (stop === null && norm(state.gradient) <= rest) stop = 'rest';
  if (stop === null && carried === null) step(state, settings);
  const [errors, gradientNorms, milliseconds]: [number[], number[], number[]] = [[], [], []];
  const noted: number[] = [];
  const points: Float64Array[] = [];
  const end = performance.now() + request.budgetMilliseconds;
  while (stop === null && errors.length < steps && performance.now() < end) {
    const before = performance.now();
    const outcome = step(state, settings);
    const time = performance.now() - before;
    ({ stop } = outcome);
    if (stop !== null) break;
    ({ state } = outcome);
    errors.push(state.error);
    const size = norm(state.gradient);
    gradientNorms.push(size);
    milliseconds.push(time);
    const number = taken + errors.length;
    if (size <= rest) stop = 'rest';
    else if (Math.abs(state.error) > ceiling) stop = 'explosion';
    if (number % noteEvery === 0 || stop !== null) {
      noted.push(number);
      points.push(state.workspace.problem.parameters);
    }
  }
  const { parameters } = state.workspace.problem;
  const W = parameters.length;
  const all = new Float64Array(points.length * W);
  points.forEach((point, k) => all.set(point, k * W));
  return {
    start,
    errors: Float64Array.from(errors),
    gradientNorms: Float64Array.from(gradientNorms),
    milliseconds: Float64Array.from(milliseconds),
    noted,
    points: all,
    parameters: parameters.slice(),
    carried: { velocity: state.velocity, damping: state.damping },
    stop,
  };
}

/** Whether a method ended at a minimum or a saddle: the inertia of H there. */
export function raceEnd({ problem }: RaceEndRequest): RaceEnd {
  const W = problem.parameters.length;
  if (W > LARGEST_W) return null;
  const H = exact.compute(createWorkspace(problem)).values;
  return H.every(Number.isFinite) ? inertia(H, W) : null;
}

const rowsOf = (path: Float64Array, W: number): Float64Array[] =>
  Array.from({ length: path.length / W }, (_, k) => path.subarray(k * W, (k + 1) * W));

const unit = (W: number, index: number): Float64Array =>
  new Float64Array(W).map((_, q) => (q === index ? 1 : 0));

/** A plane through the start of the race, and where the paths fall in it. */
export function racePlane({ start, through, paths, counts }: RacePlaneRequest): RacePlane {
  const W = start.length;
  const all = paths.map((path) => rowsOf(path, W));
  const counted = all.flatMap((path, k) => path.filter((_, at) => counts[k]?.[at] ?? false));
  const axes: Axes =
    'goal' in through
      ? planeOfPaths(start, through.goal, counted)
      : { p: unit(W, through.weights[0]), q: unit(W, through.weights[1]) };
  return { ...axes, shadows: all.map((path) => shadows(axes, start, path)) };
}

/** E at places of a plane. */
export function raceErrors({ problem, axes, s, t }: RaceErrorsRequest): Float64Array {
  const errorAt = errorsOnPlane(createWorkspace(problem), axes);
  return s.map((along, place) => errorAt(along, t[place] ?? NaN));
}
