import type { Topology } from '../../../engine/network/topology.ts';
import type { Problem } from '../../../engine/experiment/problem.ts';
import type { StudySettings } from '../../../engine/notebook/studies/index.ts';
import type { RacePlane, RacePlaneRequest } from '../../../workers/protocol/race.ts';
import { clampedAxes } from '../../lenses/surface/clampedAxes.ts';
import { placeMilliseconds } from '../../lenses/surface/grid.ts';
import { errorAfter, isLost, lastError, type Run } from './raceRun.ts';

/** Points farther than that many times the way from start to the best end are not aimed at. */
const FARTHEST = 3;
/** Nor are points whose error is above this many times that of the start. */
const HIGHEST = 1.5;

function distance(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let q = 0; q < a.length; q++) sum += ((a[q] ?? NaN) - (b[q] ?? NaN)) ** 2;
  return Math.sqrt(sum);
}

/** Where the lowest error was found. */
export function bestOf(runs: readonly Run[]): Run | null {
  const at = runs.filter((run) => !isLost(run) && Number.isFinite(lastError(run)));
  return at.reduce<Run | null>(
    (best, run) => (best === null || lastError(run) < lastError(best) ? run : best),
    null,
  );
}

/** What to ask of a plane for these runs; null where there is none. */
export function planeRequest(
  runs: readonly Run[],
  start: Float64Array,
  { plane, first, second }: Pick<StudySettings['race'], 'plane' | 'first' | 'second'>,
): RacePlaneRequest | null {
  const W = start.length;
  const best = bestOf(runs);
  if (W < 2 || best === null) return null;
  const goal = best.parameters;
  const reach = FARTHEST * distance(goal, start);
  const counts = runs.map((run) =>
    run.noted.map((step, k) => {
      const point = run.points.subarray(k * W, (k + 1) * W);
      const isLow = errorAfter(run, step) <= HIGHEST * Math.abs(run.start.error);
      return isLow && (reach === 0 || distance(point, start) <= reach);
    }),
  );
  const chosen = clampedAxes({ axes: 'weights', first, second }, W);
  // Two weights are the whole plane already.
  const isWhole = plane === 'weights' || W === 2;
  const weights = W === 2 ? ([0, 1] as const) : ([chosen.first, chosen.second] as const);
  return {
    start,
    through: isWhole ? { weights } : { goal },
    paths: runs.map(({ points }) => points),
    counts,
  };
}

/** A window of the plane: its middle and half its sides, and places along each side. */
export interface Window {
  readonly s: readonly [number, number];
  readonly t: readonly [number, number];
  readonly side: number;
}

const SIDES = [45, 31, 21];
const FEWEST = 11;
const CALL_MILLISECONDS = 450;
const MARGIN = 0.14;
/** The shorter side is at least this part of the longer. */
const SLIMMEST = 0.6;

/** The smallest window that holds the points that count, with a margin. */
export function windowOf(
  plane: RacePlane,
  { counts }: RacePlaneRequest,
  topology: Topology,
  { batch }: Problem,
): Window {
  const all = plane.shadows.map(({ s, t }) => ({ s, t }));
  const ends = (pick: 's' | 't'): readonly [number, number] => {
    const values = all.flatMap((one, k) => Array.from(one[pick]).filter((_, at) => counts[k]?.[at] ?? false));
    return [Math.min(0, ...values), Math.max(0, ...values)];
  };
  const [s, t] = [ends('s'), ends('t')];
  const longest = Math.max(s[1] - s[0], t[1] - t[0]);
  const size = longest > 0 ? longest : 1;
  const widened = ([low, high]: readonly [number, number]): readonly [number, number] => {
    const half = Math.max(high - low, SLIMMEST * size) / 2 + MARGIN * size;
    return [(low + high) / 2 - half, (low + high) / 2 + half];
  };
  const one = placeMilliseconds(topology, batch.N);
  const side = SIDES.find((count) => count * count * one < CALL_MILLISECONDS) ?? FEWEST;
  return { s: widened(s), t: widened(t), side };
}

/** The k-th of `side` places from one end to the other. */
export const placeAt = ([low, high]: readonly [number, number], side: number, k: number): number =>
  low + ((high - low) * k) / (side - 1);
