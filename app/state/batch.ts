import { batchOf } from '../../engine/data/batch.ts';
import type { DataSpec } from '../../engine/experiment/document.ts';
import type { Batch } from '../../engine/experiment/problem.ts';

const batches = new WeakMap<DataSpec, Batch>();

/** The patterns of a document's data, made once for as long as `data` is the same object. */
export function batchFor(data: DataSpec): Batch {
  const known = batches.get(data);
  if (known !== undefined) return known;
  const batch = batchOf(data);
  batches.set(data, batch);
  return batch;
}
