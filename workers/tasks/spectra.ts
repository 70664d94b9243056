import type { MatrixId } from '../../engine/curvature/index.ts';
import type { MatrixValues } from '../../engine/curvature/matrix.ts';
import type { Spectra, SpectraReply, SpectraRequest } from '../protocol.ts';
import { spectraSteps } from './spectraSteps.ts';

/** A call works this long, and to the end of a step: a worker is soon free for what is dragged. */
const SLICE_MILLISECONDS = 25;

type Steps = Generator<undefined, Spectra>;

/** Work that is not done, to be gone on with. */
let kept: { readonly key: string; readonly steps: Steps } | null = null;

const keyOf = ({ version, matrices, given }: SpectraRequest): string =>
  [version, ...matrices, 'given', ...Object.keys(given)].join(' ');

/** The work from its beginning; null where numbers are not here that came with an earlier call. */
function begin({ problem, matrices, given }: SpectraRequest): Steps | null {
  const here: Partial<Record<MatrixId, MatrixValues>> = {};
  for (const [name, matrix] of Object.entries(given)) {
    if (matrix === null) return null;
    here[name as MatrixId] = matrix;
  }
  return spectraSteps(problem, matrices, here);
}

/**
 * A slice of the work for the extreme eigenvalues of the matrices on show: asked for again, the same goes on where it
 * was. Any other request drops what is kept; a worker that has nothing kept begins anew.
 */
export function spectra(request: SpectraRequest, sliceMilliseconds = SLICE_MILLISECONDS): SpectraReply {
  const end = performance.now() + sliceMilliseconds;
  const key = keyOf(request);
  const steps = kept?.key === key ? kept.steps : begin(request);
  kept = null;
  if (steps === null) return { done: false, missing: true };
  do {
    const { done, value } = steps.next();
    if (done === true) return { done, spectra: value };
  } while (performance.now() < end);
  kept = { key, steps };
  return { done: false, missing: false };
}
