import { createWorkspace } from '../../engine/curvature/createWorkspace.ts';
import { matrixOf } from '../../engine/curvature/index.ts';
import { directionVector } from '../../engine/experiment/direction.ts';
import { onePattern } from '../../engine/experiment/onePattern.ts';
import { rProduct } from '../../engine/products/hessianVector.ts';
import { traceOf } from '../../engine/trace/trace.ts';
import type { TraceReply, TraceRequest } from '../protocol.ts';

/** A matrix of a million entries is there at once; more is not worth the wait for a check. */
const MOST_PARAMETERS = 1000;

/** `A v` of a dense matrix, row by row. */
function timesVector(A: Float64Array, v: Float64Array): Float64Array {
  const { length: W } = v;
  return v.map((_, row) =>
    A.subarray(row * W, (row + 1) * W).reduce((sum, entry, q) => sum + entry * (v[q] ?? NaN), 0),
  );
}

/** R{backprop} of one pattern unit by unit, beside its Hessian times v and the product of the whole batch. */
export function trace({ problem, pattern, direction }: TraceRequest): TraceReply {
  const workspace = createWorkspace(problem);
  const v = directionVector(workspace, direction);
  const { values } =
    v.length > MOST_PARAMETERS
      ? { values: null }
      : matrixOf('exact').compute(createWorkspace(onePattern(problem, pattern)));
  return {
    trace: traceOf(problem, pattern, v),
    v,
    matrixProduct: values === null ? null : timesVector(values, v),
    batchProduct: rProduct(workspace, v),
  };
}
