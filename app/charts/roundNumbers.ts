/** Nice steps: 1, 2 or 5 times a power of ten, as d3-scale has them, without the rest of its scales. */

const MOST_ROUNDS = 10;

/** A rough step is taken for the next of 1, 2, 5, 10 from these multiples of a power of ten on. */
const HALVES = { ten: Math.sqrt(50), five: Math.sqrt(10), two: Math.sqrt(2) };

/** A step as a whole number, or as the whole number that divides 1: 0.2 is 1/5, so that multiples are right to the last digit. */
interface Step {
  readonly times: number;
  readonly by: number;
}

/** The step that divides a width into about `count` parts. */
function stepOf(width: number, count: number): Step {
  const rough = width / Math.max(0, count);
  const power = Math.floor(Math.log10(rough));
  const error = rough / 10 ** power;
  const factor = error >= HALVES.ten ? 10 : error >= HALVES.five ? 5 : error >= HALVES.two ? 2 : 1;
  return power < 0 ? { times: 1, by: 10 ** -power / factor } : { times: factor * 10 ** power, by: 1 };
}

const below = (x: number, { times, by }: Step): number => Math.floor((x * by) / times);
const above = (x: number, { times, by }: Step): number => Math.ceil((x * by) / times);
const nearest = (x: number, { times, by }: Step): number => Math.round((x * by) / times);
const multiple = (k: number, { times, by }: Step): number => (k * times) / by;

/** The round numbers from `low` to `high`, about `count` of them. */
export function roundTicks(low: number, high: number, count: number): readonly number[] {
  const step = stepOf(high - low, count);
  // x·by may be rounded to the next whole number: the multiple itself decides
  const nearLow = nearest(low, step);
  const first = multiple(nearLow, step) < low ? nearLow + 1 : nearLow;
  const nearHigh = nearest(high, step);
  const last = multiple(nearHigh, step) > high ? nearHigh - 1 : nearHigh;
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, k) => multiple(first + k, step));
}

/** The smallest interval with ends at multiples of a nice step, about `count` steps wide, that holds this one. */
export function roundEnds(low: number, high: number, count: number): readonly [low: number, high: number] {
  let ends: readonly [number, number] = [low, high];
  let before: Step | null = null;
  // wider ends may ask for a wider step
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const step = stepOf(ends[1] - ends[0], count);
    if (before !== null && step.times === before.times && step.by === before.by) return ends;
    ends = [multiple(below(ends[0], step), step), multiple(above(ends[1], step), step)];
    before = step;
  }
  return [low, high];
}
