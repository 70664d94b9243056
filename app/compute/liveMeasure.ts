import type { Experiment } from '../../engine/experiment/document.ts';

/** The name under which the time from a change to its picture stands among the browser's measures. */
export const MATRICES_PAINTED = 'matrices painted';

/** The browser's list is emptied after this many, so that it can't grow for ever. */
const MOST_MEASURES = 2000;

const starts = new WeakMap<Experiment, number>();
let measures = 0;

/** The clock of the event that is being handled: earlier than now by the time the event waited. */
function eventTime(): number {
  const { event } = globalThis as { readonly event?: Event };
  return event === undefined || event.timeStamp === 0 ? performance.now() : event.timeStamp;
}

/** Notes when the document changed. */
export function noteChange(experiment: Experiment): void {
  starts.set(experiment, eventTime());
}

/** All matrices of this document stand on the canvas: measures once how long that took since the change. */
export function painted(experiment: Experiment): void {
  const start = starts.get(experiment);
  if (start === undefined) return;
  starts.delete(experiment);
  if (measures >= MOST_MEASURES) {
    performance.clearMeasures(MATRICES_PAINTED);
    measures = 0;
  }
  performance.measure(MATRICES_PAINTED, { start, end: performance.now() });
  measures += 1;
}
