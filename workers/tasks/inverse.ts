import { largestEntry, relativeDifference } from '../../engine/curvature/compare.ts';
import { createWorkspace } from '../../engine/curvature/createWorkspace.ts';
import { matrixOf } from '../../engine/curvature/index.ts';
import type { Workspace } from '../../engine/curvature/workspace.ts';
import { multiplyAtB } from '../../engine/kernels/multiply.ts';
import { directInverse, type DirectInverse } from '../../engine/solve/directInverse.ts';
import { inertia } from '../../engine/solve/inertia.ts';
import { outerProductRows } from '../../engine/solve/outerProductRows.ts';
import { sequentialInverse } from '../../engine/solve/sequentialInverse.ts';
import { asError } from '../asError.ts';
import type { Film, Inverse, InverseReply, InverseRequest } from '../protocol.ts';
import { whyTooMuchWork } from './whyTooMuchWork.ts';

/** Of a full inverse, which takes O(W³) and is read entry by entry. */
const LARGEST_W = 200;
/** Multiplications of the whole film, about a second of a worker's time. */
const MOST_PRODUCTS = 2e8;

const dense = (values: Float64Array) => ({ form: 'dense', values }) as const;

const shown = (direct: DirectInverse): Inverse => ({
  ...direct,
  largest: direct.values === null ? NaN : largestEntry(dense(direct.values)),
});

/** Eigenvalues of `Σ b bᵀ` over the rows so far that are zero: directions of which no pattern has said anything. */
function untouched(rows: Float64Array, W: number): number {
  const sum = new Float64Array(W * W);
  multiplyAtB(rows, rows, sum, W, W, rows.length / W);
  return inertia(sum, W).zero;
}

function filmOf(workspace: Workspace, upTo: number): Film {
  const { W, outputUnits: K } = workspace.topology;
  const n = Math.max(0, Math.min(upTo, workspace.problem.batch.N));
  const { alpha, after, distances, steps } = sequentialInverse(workspace, undefined, [n]);
  const values = after.get(n);
  if (values === undefined) throw new Error(`internal: no inverse after pattern ${n}`);
  return {
    alpha,
    upTo: n,
    values,
    largest: largestEntry(dense(values)),
    distances,
    steps: n === 0 ? [] : steps.slice((n - 1) * K, n * K),
    untouched: untouched(outerProductRows(workspace).subarray(0, n * K * W), W),
  };
}

/** The film, or the sentence that says why there is none. */
function filmOrWhy(workspace: Workspace, upTo: number): Pick<InverseReply, 'film' | 'noFilm'> {
  const { topology, problem } = workspace;
  const rows = problem.batch.N * topology.outputUnits;
  const products = rows * topology.W ** 2;
  if (products > MOST_PRODUCTS) {
    const count = (x: number): string => x.toLocaleString('en-US');
    return {
      film: null,
      noFilm: `rows times W² are at most ${count(MOST_PRODUCTS)} here: ${count(products)}`,
    };
  }
  try {
    return { film: filmOf(workspace, upTo), noFilm: null };
  } catch (thrown) {
    return { film: null, noFilm: asError(thrown).message };
  }
}

/**
 * The inverse of the outer product, directly and after `upTo` patterns by the sequential formula; or of H directly,
 * with the outer product's beside it.
 */
export function inverse({ problem, matrix, upTo }: InverseRequest): InverseReply {
  const workspace = createWorkspace(problem);
  const { W } = workspace.topology;
  const none = { W, direct: null, film: null, noFilm: null, outerProduct: null };
  if (W > LARGEST_W) {
    return { ...none, refused: `inverses are shown up to W = ${LARGEST_W}, this network has W: ${W}` };
  }
  const work = whyTooMuchWork(matrix, workspace);
  if (work !== null) return { ...none, refused: work };
  const inverseOf = (id: InverseRequest['matrix']): Inverse =>
    shown(directInverse(matrixOf(id).compute(workspace).values, W));
  const direct = inverseOf(matrix);
  if (matrix === 'outer-product') {
    return { ...none, refused: null, direct, ...filmOrWhy(workspace, upTo) };
  }
  const other = inverseOf('outer-product');
  const difference =
    direct.values === null || other.values === null
      ? NaN
      : relativeDifference(dense(other.values), direct.values, W);
  return { ...none, refused: null, direct, outerProduct: { ...other, difference } };
}
