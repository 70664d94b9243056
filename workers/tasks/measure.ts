import { createWorkspace } from '../../engine/curvature/createWorkspace.ts';
import { type MatrixId, matrixOf } from '../../engine/curvature/index.ts';
import {
  errorOperations,
  gradientOperations,
  rProductOperations,
} from '../../engine/curvature/passOperations.ts';
import type { Workspace } from '../../engine/curvature/workspace.ts';
import { gradientOf } from '../../engine/products/gradient.ts';
import { gaussNewtonProduct, rProduct } from '../../engine/products/hessianVector.ts';
import type { MeasureRequest, Measurement, Method } from '../protocol.ts';

/** A browser’s clock may be as coarse as a thirtieth of this; shorter runs are timed several at once. */
const SAMPLE_MILLISECONDS = 3;
const MOST_SAMPLES = 101;
/** What plain loops reach, about. */
const OPERATIONS_PER_MILLISECOND = 2e6;
/** The first run compiles code and fetches memory: it counts only when it took this long. */
const LONG_MILLISECONDS = 1000;
/** One run may take this many times the budget. */
const PATIENCE = 8;

interface Timed {
  compute(workspace: Workspace): unknown;
  operations(workspace: Workspace): number;
}

const ones = ({ topology }: Workspace): Float64Array => new Float64Array(topology.W).fill(1);

/** Vectors that need no matrix, with the passes that come before them. */
const vectors: Record<Exclude<Method, MatrixId>, Timed> = {
  gradient: { compute: gradientOf, operations: gradientOperations },
  Hv: {
    compute: (workspace) => rProduct(workspace, ones(workspace)),
    operations: (workspace) => gradientOperations(workspace) + rProductOperations(workspace),
  },
  // Forward, R-forward with its two products, backward and the sum over patterns.
  Gv: {
    compute: (workspace) => gaussNewtonProduct(workspace, ones(workspace)),
    operations: (workspace) => 5 * errorOperations(workspace),
  },
};

const isVector = (method: Method): method is Exclude<Method, MatrixId> => method in vectors;

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? NaN) + (sorted[Math.floor(middle)] ?? NaN)) / 2;
}

/** The median time of one run and its operation count, each run from fresh passes. */
export function measure({ problem, method, budgetMilliseconds }: MeasureRequest): Measurement {
  const timed: Timed = isVector(method) ? vectors[method] : matrixOf(method);
  const operations = timed.operations(createWorkspace(problem));
  if (operations > PATIENCE * budgetMilliseconds * OPERATIONS_PER_MILLISECOND)
    return { milliseconds: NaN, runs: 0, operations };
  const end = performance.now() + budgetMilliseconds;
  /** Milliseconds of one of `runs` runs. */
  const sample = (runs: number): number => {
    const start = performance.now();
    for (let run = 0; run < runs; run++) timed.compute(createWorkspace(problem));
    return (performance.now() - start) / runs;
  };
  const first = sample(1);
  const together = Math.max(1, Math.ceil(SAMPLE_MILLISECONDS / Math.max(first, 1e-3)));
  const samples: number[] = [];
  const isTimeLeft = (): boolean =>
    samples.length === 0 ? first < LONG_MILLISECONDS : performance.now() + first * together < end;
  while (samples.length < MOST_SAMPLES && isTimeLeft()) samples.push(sample(together));
  return samples.length === 0
    ? { milliseconds: first, runs: 1, operations }
    : { milliseconds: median(samples), runs: samples.length * together, operations };
}
