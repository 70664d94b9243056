import type { DataSpec } from '../experiment/document.ts';
import type { Batch } from '../experiment/problem.ts';
import { dataSetOf } from './index.ts';

/**
 * The patterns of a document as row-major matrices: drawn from the set's rule, or the person's own rows.
 * O(N) and not memoised: callers keep it while `data` is the same object.
 */
export function batchOf(data: DataSpec): Batch {
  if ('set' in data) return dataSetOf(data.set).draw(data.count, data.noise, data.seed);
  return {
    N: data.inputs.length,
    inputs: Float64Array.from(data.inputs.flat()),
    targets: Float64Array.from(data.targets.flat()),
  };
}

/** Columns of inputs and targets of a document's data. */
export function dataColumns(data: DataSpec): { readonly inputs: number; readonly targets: number } {
  if ('set' in data) {
    const { inputs, outputs } = dataSetOf(data.set);
    return { inputs, targets: outputs };
  }
  return { inputs: data.inputs[0]?.length ?? 0, targets: data.targets[0]?.length ?? 0 };
}
