import type { Experiment, TrainingSpec } from '../../engine/experiment/document.ts';
import type { TrainReply } from '../../workers/protocol.ts';

/** Points that a recording keeps at most: matrices are computed anew for each that is looked at. */
export const RECORDED_POINTS = 64;

/** Where a run stood after some steps: enough to go back to it. */
export interface RunPoint {
  readonly step: number;
  readonly parameters: readonly number[];
  readonly error: number;
  readonly damping: number;
}

/** A run's points in order of their steps, at least `stride` steps apart but for the newest. */
export interface Recording {
  readonly stride: number;
  readonly points: readonly RunPoint[];
}

const EMPTY: Recording = { stride: 1, points: [] };

/**
 * Recordings by the run's error curve: every slice makes a new curve, going back along the run keeps it, and
 * undo brings the old one back. So each document finds the recording that is its own; none is saved.
 */
const recordings = new WeakMap<TrainingSpec['curve'], Recording>();

/** First and newest point stay, those between as far apart as the stride demands. */
function thin(points: readonly RunPoint[], stride: number): RunPoint[] {
  const kept: RunPoint[] = [];
  points.forEach((point, index) => {
    const last = kept.at(-1);
    if (last === undefined || index === points.length - 1 || point.step - last.step >= stride)
      kept.push(point);
  });
  return kept;
}

/** A recording of any points, in order of their steps. */
export function recordingOf(points: readonly RunPoint[], stride = 1): Recording {
  let kept = thin(points, stride);
  while (kept.length > RECORDED_POINTS) {
    stride *= 2;
    kept = thin(kept, stride);
  }
  return { stride, points: kept };
}

/** Adds the newest point; what was recorded from its step on belongs to a course that was left. */
export function addPoint({ stride, points }: Recording, point: RunPoint): Recording {
  return recordingOf([...points.filter(({ step }) => step < point.step), point], stride);
}

/** What was recorded of the run in which a document stands; empty after a reload. */
export const recordedPoints = ({ curve }: TrainingSpec): readonly RunPoint[] =>
  recordings.get(curve)?.points ?? EMPTY.points;

/** Keeps the points of a run that was made again. */
export function keepPoints({ curve }: TrainingSpec, points: readonly RunPoint[]): void {
  recordings.set(curve, recordingOf(points));
}

/** Takes down a slice of training: where it began and where it led. */
export function recordSlice(
  { parameters, training }: Experiment,
  after: Experiment,
  reply: Pick<TrainReply, 'before' | 'errors'>,
): void {
  if (after.training.curve === training.curve) return;
  const { step, damping, curve } = training;
  const begun = addPoint(recordings.get(curve) ?? EMPTY, { step, parameters, damping, error: reply.before });
  recordings.set(
    after.training.curve,
    addPoint(begun, {
      step: after.training.step,
      parameters: after.parameters,
      damping: after.training.damping,
      error: reply.errors.at(-1) ?? NaN,
    }),
  );
}
