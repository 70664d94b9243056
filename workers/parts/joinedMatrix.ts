import { mirrorBlock } from '../../engine/kernels/mirror.ts';
import { forEachRow, placeIn, type Share } from '../../engine/network/shares.ts';
import type { MatrixValues } from '../../engine/curvature/matrix.ts';

/** A part's share and its packed entries. */
export interface Packed {
  readonly share: Share;
  readonly values: Float64Array;
}

/**
 * A symmetric matrix [W × W] in the shares of its parts. They are put together when its values are first asked for:
 * a picture and a single entry need less. What did not come yet is NaN.
 */
export class JoinedMatrix implements MatrixValues {
  readonly form = 'dense';
  readonly order: number;
  readonly #shares: Packed[] = [];
  #whole: Float64Array | null = null;
  #placed = 0;

  constructor(W: number) {
    this.order = W;
  }

  add(share: Share, values: Float64Array): void {
    this.#shares.push({ share, values });
  }

  /** All entries, row-major. O(W²) when first read, and for each part that came since. */
  get values(): Float64Array {
    this.#whole ??= new Float64Array(this.order ** 2).fill(NaN);
    for (; this.#placed < this.#shares.length; this.#placed++) {
      const packed = this.#shares[this.#placed];
      if (packed !== undefined) place(packed, this.#whole, this.order);
    }
    return this.#whole;
  }

  /** One entry. O(parts). */
  entry(row: number, column: number): number {
    const [later, earlier] = [Math.max(row, column), Math.min(row, column)];
    for (const { share, values } of this.#shares) {
      const at = placeIn(share, later, earlier);
      if (at >= 0) return values[at] ?? NaN;
    }
    return NaN;
  }

  /** Memory that may be written to again once nothing reads the matrix. */
  get buffers(): readonly ArrayBufferLike[] {
    return this.#shares.map(({ values }) => values.buffer);
  }
}

/** Puts packed entries and their mirror images in their place in A. O(entries). */
export function place({ share, values }: Packed, A: Float64Array, W: number): void {
  forEachRow(share, (row, from, end, at) => A.set(values.subarray(at, at + end - from), row * W + from));
  for (const { rows, columns } of share.blocks) mirrorBlock(A, W, rows, columns);
}
