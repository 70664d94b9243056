import type { MatrixId } from '../../../engine/curvature/index.ts';
import { matrixOf } from '../../../engine/curvature/index.ts';
import type { Experiment } from '../../../engine/experiment/document.ts';
import type { Moment, MomentRequest } from '../../../workers/protocol.ts';
import { problemOf, sameParts } from '../../compute/problemOf.ts';
import type { RunPoint } from '../../state/recording.ts';
import { bisectionOrder } from './bisection.ts';

/** What is known of a point, for which documents, and which matrices were asked for. */
interface Known {
  readonly parts: readonly unknown[];
  readonly asked: ReadonlySet<MatrixId>;
  readonly moment: Moment;
}

const known = new WeakMap<readonly number[], Known>();

/** All but the weights on which a moment depends. */
const partsOf = ({
  network,
  loss,
  weightDecay,
  data,
  estimation,
  direction,
}: Experiment): readonly unknown[] => [network, loss, weightDecay, data, estimation, direction];

/** The approximations on show: what the errors are drawn of. */
export const approximationsOf = ({ view }: Experiment): readonly MatrixId[] =>
  view.matrices.filter((id) => matrixOf(id).role === 'approximation');

function knownOf(experiment: Experiment, { parameters }: RunPoint): Known | null {
  const found = known.get(parameters);
  return found !== undefined && sameParts(found.parts, partsOf(experiment)) ? found : null;
}

/** What is known of a point of the document's run. */
export const momentOf = (experiment: Experiment, point: RunPoint): Moment | null =>
  knownOf(experiment, point)?.moment ?? null;

const missingAt = (experiment: Experiment, point: RunPoint): readonly MatrixId[] | null => {
  const found = knownOf(experiment, point);
  const shown = approximationsOf(experiment);
  if (found === null) return shown;
  const missing = shown.filter((id) => !found.asked.has(id));
  return missing.length === 0 ? null : missing;
};

/** Points of which something on show is not known yet, in the order in which they are best computed. */
export const missingPoints = (experiment: Experiment, points: readonly RunPoint[]): readonly RunPoint[] =>
  bisectionOrder(points.length)
    .flatMap((index) => points[index] ?? [])
    .filter((point) => missingAt(experiment, point) !== null);

/** What to ask of a worker about a point. */
export const momentRequest = (experiment: Experiment, point: RunPoint): MomentRequest => ({
  problem: { ...problemOf(experiment), parameters: Float64Array.from(point.parameters) },
  matrices: missingAt(experiment, point) ?? [],
});

/** Keeps an answer, with what was known of the point before. */
export function keepMoment(
  experiment: Experiment,
  point: RunPoint,
  { matrices }: MomentRequest,
  moment: Moment,
): void {
  const before = knownOf(experiment, point);
  known.set(point.parameters, {
    parts: partsOf(experiment),
    asked: new Set([...(before?.asked ?? []), ...matrices]),
    moment: { ...moment, relativeErrors: { ...before?.moment.relativeErrors, ...moment.relativeErrors } },
  });
}
