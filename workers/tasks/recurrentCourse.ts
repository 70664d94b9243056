import type { Course } from '../../engine/beyond/recurrent/products.ts';
import type { RecurrentCourse } from '../protocol/recurrent.ts';

/** Points of a curve at most: more are not told apart. */
const POINTS = 240;
/** Of the first movement: later states look the same. */
const VISIBLE = 1e-4;
const SHORTEST = 16;
/** Steps of a relaxation that does not come to rest. */
const ENDLESS = 300;

/** About `POINTS` whole numbers from 0 to `last`, both included. */
function spread(last: number): Float64Array {
  const count = Math.min(last + 1, POINTS);
  return Float64Array.from({ length: count }, (_, k) =>
    count === 1 ? 0 : Math.round((k * last) / (count - 1)),
  );
}

/** What a curve of this relaxation needs: states for as long as they visibly move, movements to the end. */
export function courseOf({ changes, states }: Course, settled: boolean): RecurrentCourse {
  const last = changes.length - 1;
  const top = Math.max(...changes.slice(0, SHORTEST));
  const still = changes.findIndex((change) => change <= VISIBLE * top);
  const horizon = settled && still >= 0 ? Math.max(SHORTEST, still) : ENDLESS;
  const steps = spread(Math.min(last, horizon));
  const movementSteps = spread(last);
  const n = states[0]?.length ?? 0;
  const shown = new Float64Array(steps.length * n);
  steps.forEach((step, k) => shown.set(states[step] ?? [], k * n));
  return {
    steps,
    states: shown,
    movementSteps,
    movements: movementSteps.map((step) => changes[step] ?? NaN),
  };
}
