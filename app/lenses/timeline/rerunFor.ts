import { DEFAULTS } from '../../../engine/experiment/defaults.ts';
import type { Experiment, TrainingSpec } from '../../../engine/experiment/document.ts';
import { initialParameters } from '../../../engine/experiment/initialise.ts';
import { problemOf } from '../../compute/problemOf.ts';
import { tooLargeFor } from '../../compute/tooLarge.ts';
import { keepPoints, recordedPoints, RECORDED_POINTS, type RunPoint } from '../../state/recording.ts';
import type { Agreement, Rerun, RerunRequest } from './rerun.ts';

/** Where a document stands. Its error is not known here. */
export const presentPoint = ({ parameters, training }: Experiment): RunPoint => ({
  step: training.step,
  parameters,
  error: NaN,
  damping: training.damping,
});

/** The points of a document's run: those recorded, or the present one alone. */
export function pointsOf(experiment: Experiment): readonly RunPoint[] {
  const points = recordedPoints(experiment.training);
  return points.length > 0 ? points : [presentPoint(experiment)];
}

/** Whether nothing was trained yet. */
export const isUntrained = ({ training }: Experiment): boolean =>
  training.step === 0 && training.curve.errors.length < 2;

const curveEnd = ({ stride, errors }: TrainingSpec['curve']): number =>
  stride * Math.max(0, errors.length - 1);

/** The weights from which the run of a document began. */
const startOf = ({ training, parameters, network, initialisation }: Experiment): readonly number[] =>
  training.step === 0 ? parameters : (training.start ?? initialParameters(network, initialisation));

/** At most as many points as a recording keeps, first and last among them. */
export const everyFor = (until: number): number => Math.max(1, Math.ceil(until / (RECORDED_POINTS - 2)));

/** What to run again because it was not recorded here: after a reload, or in a link; null when nothing is. */
export function rerunFor(experiment: Experiment): RerunRequest | null {
  if (isUntrained(experiment) || agreements.has(experiment.training.curve)) return null;
  const { training } = experiment;
  const recorded = recordedPoints(training);
  const target = recorded[0] ?? presentPoint(experiment);
  const until = recorded.length > 0 ? target.step : Math.max(training.step, curveEnd(training.curve));
  if (until === 0 || tooLargeFor(experiment) !== null) return null;
  return {
    problem: problemOf(experiment),
    settings: training,
    from: { step: 0, parameters: startOf(experiment), damping: DEFAULTS.training.damping },
    until,
    every: everyFor(until),
    target,
    curve: training.curve,
  };
}

/** What reruns of this session found, by the run's error curve as in the recording. */
const agreements = new WeakMap<TrainingSpec['curve'], Agreement>();

/** How the rerun of a document's run compares with it; null when none was needed. */
export const agreementOf = ({ training }: Experiment): Agreement | null =>
  agreements.get(training.curve) ?? null;

/** Keeps a rerun as the recording of the document's run, with what is known of it besides. */
export function keepRerun(experiment: Experiment, { points, agreement }: Rerun): void {
  const own = pointsOf(experiment);
  const meets = agreement.kind === 'same' || agreement.kind === 'rounded';
  const first = own[0]?.step ?? 0;
  const made = meets && own.length === 1 ? points : points.filter(({ step }) => step < first);
  const last = made.at(-1)?.step ?? -1;
  keepPoints(experiment.training, [...made, ...own.filter(({ step }) => step > last)]);
  agreements.set(experiment.training.curve, agreement);
}
