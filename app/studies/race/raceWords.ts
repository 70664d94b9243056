import { racerOf } from '../../../engine/uses/race/index.ts';
import type { StudySettings } from '../../../engine/notebook/studies/index.ts';
import type { Problem } from '../../../engine/experiment/problem.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import { isLost, lastError, lastGradient, type Run } from './raceRun.ts';

const eigenvalues = (count: number): string => (count === 1 ? '1 eigenvalue' : `${count} eigenvalues`);

/** What kind of place a run came to rest at. */
function placeOf({ end }: Run): string {
  if (end === null) return 'at rest';
  if (end.negative > 0) return `saddle, ${end.negative} λ < 0`;
  return end.zero > 0 ? 'minimum, level along some directions' : 'minimum';
}

/** How a run ended, for the table. */
export function endWords(run: Run): string {
  switch (run.stop) {
    case null:
      return 'running';
    case 'rest':
      return placeOf(run);
    case 'not-lower':
      return run.end?.negative === 0 ? 'minimum, to rounding' : 'no step lowers E';
    case 'iterations':
      return lastError(run) > run.start.error ? 'all steps taken, E is higher' : 'all steps taken';
    case 'no-inverse':
      return 'matrix has no inverse';
    case 'no-descent':
      return 'its step climbs';
    case 'not-finite':
      return 'overflow';
    case 'explosion':
      return 'diverged';
    case 'unavailable':
      return 'no Fisher matrix';
  }
}

const symbols = { newton: 'H', 'gauss-newton': 'G', natural: 'F', kfac: 'A ⊗ S' } as const;
const symbolOf = (id: Run['id']): string =>
  id in symbols ? symbols[id as keyof typeof symbols] : 'the matrix';

function singularWords(run: Run, { batch, parameters, weightDecay }: Problem, damping: number): string {
  const { label } = racerOf(run.id);
  const W = parameters.length;
  const equations = batch.targets.length;
  const what = `${label} has no step: ${symbolOf(run.id)}${damping > 0 ? ' + λI' : ''} has no inverse, to rounding.`;
  if (equations < W && weightDecay === 0 && damping === 0 && run.id !== 'newton')
    return `${what} ${equations} targets give ${equations} rows, W is ${W}, so the matrix has at least ${W - equations} eigenvalues 0. Weight decay or a damping λ above 0 adds to all of them.`;
  return `${what} A damping λ above 0 adds to every eigenvalue.`;
}

function lostWords(run: Run, settings: StudySettings['race'], largest: number | null): string {
  const { label } = racerOf(run.id);
  const steps = run.errors.length === 1 ? '1 step' : `${run.errors.length} steps`;
  if (run.id === 'gradient-descent' || run.id === 'momentum') {
    const { learningRate, momentum } = settings;
    const bound = largest === null ? NaN : (2 * (run.id === 'momentum' ? 1 + momentum : 1)) / largest;
    const limit = run.id === 'momentum' ? '2(1 + μ)/λ' : '2/λ';
    const why =
      learningRate > bound
        ? ` At the start the largest eigenvalue of H is ${formatNumber(largest ?? NaN, 3)}, so steps along it grow from η = ${limit} = ${formatNumber(bound, 2)} up; η is ${formatNumber(learningRate)}.`
        : ' Its learning rate is too large for the curvature it met.';
    return `${label} diverged after ${steps}.${why}`;
  }
  return `${label} diverged after ${steps}: full steps go where its quadratic model no longer holds. Halve them until E falls, or add damping.`;
}

function climbWords(run: Run): string {
  const { label } = racerOf(run.id);
  const negative = run.end?.negative ?? 0;
  const where = negative > 0 ? `, where H has ${eigenvalues(negative)} below 0` : '';
  return `${label} stopped after ${run.errors.length} steps${where}: its step leads uphill, and halving an uphill step does not help. Newton looks for the place where the model is level, not for a low one. More damping λ, or G in place of H, gives a step that descends.`;
}

const saddleWords = (run: Run): string =>
  `${racerOf(run.id).label} came to rest at a saddle: ∇E = 0 to rounding, but H has ${eigenvalues(run.end?.negative ?? 0)} below 0 there. E would fall along ${run.end?.negative === 1 ? 'its eigenvector' : 'their eigenvectors'}.`;

/** One method twice: the steps of both agree. */
function twins(runs: readonly Run[], a: Run['id'], b: Run['id']): boolean {
  const [one, two] = [a, b].map((id) => runs.find((run) => run.id === id));
  if (one === undefined || two === undefined || one.errors.length === 0) return false;
  const far = Math.min(one.errors.length, two.errors.length, 5);
  return one.errors
    .slice(0, far)
    .every((error, k) => Math.abs(error - (two.errors[k] ?? NaN)) <= 1e-6 * Math.abs(error));
}

/** Failures, explained, and what looks like one line but is two. */
export function raceNotes(
  runs: readonly Run[],
  settings: StudySettings['race'],
  problem: Problem,
  largest: number | null,
): readonly string[] {
  const notes = runs.flatMap((run): string[] => {
    if (run.stop === 'rest' && (run.end?.negative ?? 0) > 0) return [saddleWords(run)];
    if (run.stop === 'no-inverse') return [singularWords(run, problem, settings.damping)];
    if (run.stop === 'no-descent') return [climbWords(run)];
    if (run.stop === 'unavailable')
      return ['Natural gradient needs a likelihood to draw targets from, and this loss has none.'];
    if (isLost(run)) return [lostWords(run, settings, largest)];
    if (run.stop === 'iterations' && lastError(run) > run.start.error)
      return [
        `${racerOf(run.id).label} ends above where it began: its full steps go beyond where the quadratic model holds, and nothing makes E fall. Halve them until it does, or add damping.`,
      ];
    return [];
  });
  if (settings.naturalRate === 1 && twins(runs, 'gauss-newton', 'natural'))
    notes.push(
      'Natural gradient and Gauss–Newton are one line: for this loss and output F = G, and at the rate 1 the steps are the same.',
    );
  return notes;
}

/** What the curves say, read aloud. */
export function curveLabel(runs: readonly Run[], { shows, against }: StudySettings['race']): string {
  const what = shows === 'error' ? 'Error' : 'Length of the gradient';
  const ends = runs.map((run) => {
    const value = shows === 'error' ? lastError(run) : lastGradient(run);
    return `${racerOf(run.id).label} ${formatNumber(value, 3)} after ${run.errors.length} steps`;
  });
  return `${what} against ${against === 'time' ? 'time' : 'steps'}: ${ends.join(', ')}.`;
}
