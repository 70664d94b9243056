import { trace } from '../../engine/curvature/compare.ts';
import { createWorkspace } from '../../engine/curvature/createWorkspace.ts';
import { rProductOperations } from '../../engine/curvature/passOperations.ts';
import type { Workspace } from '../../engine/curvature/workspace.ts';
import { allEigenvalues, MOST_EIGENVALUES } from '../../engine/spectrum/allEigenvalues.ts';
import { exactDensity } from '../../engine/spectrum/density.ts';
import { lanczosExtremes, type RitzPair } from '../../engine/spectrum/lanczos.ts';
import { logDeterminantByCholesky } from '../../engine/spectrum/logDeterminant.ts';
import { chosenMatrix, scaledPlus } from '../../engine/uses/chosenMatrix.ts';
import type {
  DensityGrid,
  DensityReply,
  DensityRequest,
  ExactSpectrum,
  RitzEnd,
} from '../protocol/density.ts';
import { dampedProduct } from './dampedProduct.ts';
import { densityGrid, placesOf } from './densityGrid.ts';
import { whyTooMuchWork } from './whyTooMuchWork.ts';

/** Of one call, a quarter of a second; one probe may take some seconds. */
const MOST_OPERATIONS = 2.5e8;
const MOST_OF_ONE = 4e9;
/** Products that find the ends of the axis where nothing is exact. */
const STEPS_OF_AXIS = 32;

const endOf = ({ value, bound }: RitzPair): RitzEnd => ({ value, bound });

/** Operations of a probe: its products, and keeping its vectors at right angles twice. */
const probeOperations = (workspace: Workspace, steps: number): number =>
  steps * rProductOperations(workspace) + 4 * steps * steps * workspace.topology.W;

/** All that is exact about the spectrum of a small matrix, its ends by Lanczos, and the axis of its density. */
export function density(request: DensityRequest): DensityReply {
  const { problem, matrix, steps, axis, width } = request;
  const workspace = createWorkspace(problem);
  const { W } = workspace.topology;
  const apply = dampedProduct(workspace, matrix, 0);
  const once = probeOperations(workspace, Math.min(steps, W));
  const nothing = { value: NaN, bound: NaN };
  const empty = { exact: null, smallest: nothing, largest: nothing, grid: densityGrid(0, 0, axis, width) };
  if (once > MOST_OF_ONE) {
    const billions = (x: number): string =>
      (x / 1e9).toLocaleString('en-US', { maximumSignificantDigits: 2 });
    const why = `${steps} products with ${problem.batch.N} patterns and W = ${W} need ${billions(once)} billion operations, and this figure allows ${billions(MOST_OF_ONE)}: fewer steps may do.`;
    return { W, ...empty, refused: why, noExact: null, batch: 1 };
  }
  const ends = lanczosExtremes(apply, W, steps, 0);
  const { values, why } = exactEigenvalues(workspace, request);
  const outer = values === null ? lanczosExtremes(apply, W, STEPS_OF_AXIS, 0) : null;
  const low = outer?.smallest.value ?? values?.[W - 1] ?? NaN;
  const high = outer?.largest.value ?? values?.[0] ?? NaN;
  if (!Number.isFinite(low) || !Number.isFinite(high)) {
    return { W, ...empty, refused: 'The matrix has entries that are not finite.', noExact: null, batch: 1 };
  }
  const grid = densityGrid(low, high, axis, width);
  return {
    W,
    refused: null,
    exact: values === null ? null : exactOf(workspace, request, values, grid),
    noExact: why,
    smallest: endOf(ends.smallest),
    largest: endOf(ends.largest),
    grid,
    batch: Math.max(1, Math.floor(MOST_OPERATIONS / once)),
  };
}

function exactEigenvalues(
  workspace: Workspace,
  { matrix }: DensityRequest,
): { readonly values: Float64Array | null; readonly why: string | null } {
  const { W } = workspace.topology;
  if (W > MOST_EIGENVALUES) {
    const why = `All eigenvalues are computed up to W = ${MOST_EIGENVALUES}; W is ${W}: what products estimate stands alone.`;
    return { values: null, why };
  }
  const work = whyTooMuchWork(matrix, workspace);
  if (work !== null) return { values: null, why: work };
  return { values: allEigenvalues(chosenMatrix(workspace, matrix), W), why: null };
}

function exactOf(
  workspace: Workspace,
  { matrix, damping }: DensityRequest,
  eigenvalues: Float64Array,
  grid: DensityGrid,
): ExactSpectrum {
  const { W } = workspace.topology;
  const A = chosenMatrix(workspace, matrix);
  return {
    eigenvalues,
    trace: trace(A, W),
    logDeterminant: logDeterminantByCholesky(scaledPlus(A, W, 1, damping).values, W),
    density: exactDensity(placesOf(eigenvalues, grid.knee), grid.places, grid.width),
  };
}
