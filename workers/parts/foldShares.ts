import { kernels } from '../../engine/kernels/kernels.ts';
import { takeNumbers } from '../../engine/kernels/spareNumbers.ts';
import type { Share } from '../../engine/network/shares.ts';
import { type Cells, cellCount, cellsOfIndices } from './cells.ts';
import { type PartSums, traceOf } from './partSums.ts';

/** What a share of a matrix comes to, read once. */
export interface Folded {
  readonly sums: PartSums;
  /** Σ A² beside the diagonal, mirror images counted. */
  readonly beside: number;
  readonly cells: Cells;
}

/**
 * Sums and cells of the shares of some matrices, each held against H's. Equal arrays are read once. O(entries).
 * @param exact H's share; one of `shares`
 * @param side cells along a picture's side
 */
export function foldShares(
  share: Share,
  W: number,
  shares: readonly Float64Array[],
  exact: Float64Array,
  side: number,
): ReadonlyMap<Float64Array, Folded> {
  const { heap } = kernels();
  const mark = heap.mark();
  const put = (values: Float64Array): number => {
    const at = heap.take(share.size);
    heap.numbers.set(values, at);
    return at;
  };
  const h = put(exact);
  const cellOf = heap.takeIntegers(W);
  heap.integers.set(cellsOfIndices(W, side), cellOf);
  const count = cellCount(side);
  const cells = heap.take(count);
  const strip = heap.take(W + 1);
  const sums = heap.take(5);
  const found = new Map<Float64Array, Folded>();
  for (const values of new Set(shares)) {
    const begin = heap.mark();
    const a = values === exact ? h : put(values);
    heap.numbers.fill(NaN, cells, cells + count);
    heap.numbers.fill(0, sums, sums + 5);
    for (const { rows, columns, at } of share.blocks) {
      kernels().foldBlock({ a: a + at, h: h + at, rows, columns, cellOf, cells, strip, sums });
    }
    const [beside = NaN, differences = NaN, own = NaN, ownDifferences = NaN, largest = NaN] =
      heap.numbers.subarray(sums, sums + 5);
    const picture = { side, values: takeNumbers(count) };
    picture.values.set(heap.numbers.subarray(cells, cells + count));
    found.set(values, {
      cells: picture,
      beside,
      sums: {
        squares: beside + own,
        differences: differences + ownDifferences,
        trace: traceOf(share, values),
        largest: Number.isNaN(beside + own) ? NaN : largest,
      },
    });
    heap.release(begin);
  }
  heap.release(mark);
  return found;
}
