import type { MatrixValues } from '../../engine/curvature/matrix.ts';
import { type Cells, cellCount } from '../../workers/parts/cells.ts';
import type { MatrixResult } from '../../workers/protocol.ts';
import type { Theme } from '../theme/theme.ts';
import { colourEntries } from './colourEntries.ts';
import { mirrorPixels } from './mirrorPixels.ts';
import { poolDiagonal, poolSigned } from './pool.ts';
import type { TransferKind } from './transfer.ts';

export interface MatrixScale {
  /** Half the width of the colour scale. */
  readonly largest: number;
  readonly transfer: TransferKind;
  readonly theme: Theme;
}

/** Cells along a side: every entry its own, or as many as there are device pixels. */
export const cellsOf = (W: number, devicePixels: number): number =>
  Math.max(1, Math.min(W, Math.round(devicePixels)));

/** A matrix, perhaps with a picture of it that the workers made. */
export type Paintable = MatrixValues & Partial<Pick<MatrixResult, 'order' | 'cells'>>;

/** Number of parameters of a matrix. */
export function orderOf(matrix: Paintable): number {
  // Values may be put together when they are read.
  if (matrix.order !== undefined) return matrix.order;
  const { length } = matrix.values;
  return matrix.form === 'diagonal' ? length : Math.round(Math.sqrt(length));
}

/** Draws the matrices that come along on one canvas and keeps its buffers between them. */
export class MatrixCanvas {
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D | null;
  #cells = 0;
  #image: ImageData | null = null;
  #pixels = new Uint32Array(0);
  #pooled = new Float64Array(0);
  #diagonal = new Uint32Array(0);
  #triangle = new Uint32Array(0);

  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas;
    this.#context = canvas.getContext('2d');
  }

  /** Paints at most one cell per device pixel; `devicePixels` is the length of the canvas's side. */
  paint(matrix: Paintable, devicePixels: number, scale: MatrixScale): void {
    const W = orderOf(matrix);
    const cells = cellsOf(W, devicePixels);
    if (cells !== this.#cells) this.#resize(cells);
    if (this.#image === null || this.#context === null) return;
    if (matrix.form === 'diagonal') this.#colourDiagonal(matrix.values, W, scale);
    else if (matrix.cells?.side === cells) this.#colourCells(matrix.cells, scale);
    else this.#colourDense(matrix.values, W, scale);
    this.#context.putImageData(this.#image, 0, 0);
  }

  #resize(cells: number): void {
    this.#cells = cells;
    this.#canvas.width = cells;
    this.#canvas.height = cells;
    this.#image = this.#context?.createImageData(cells, cells) ?? null;
    this.#pixels = new Uint32Array(this.#image?.data.buffer ?? new ArrayBuffer(0));
    this.#pooled = new Float64Array(0);
    this.#diagonal = new Uint32Array(cells);
  }

  /** The entries to colour: the matrix's own, or pooled ones in a buffer that stays. */
  #cellsOf(values: Float64Array, W: number, length: number, pool: typeof poolSigned): Float64Array {
    if (this.#cells === W) return values;
    if (this.#pooled.length !== length) this.#pooled = new Float64Array(length);
    pool(values, W, this.#cells, this.#pooled);
    return this.#pooled;
  }

  #colourDense(values: Float64Array, W: number, { largest, theme, transfer }: MatrixScale): void {
    const count = this.#cells * this.#cells;
    const cells = this.#cellsOf(values, W, count, poolSigned);
    colourEntries(cells, count, largest, theme, transfer, this.#pixels);
  }

  /** The cells of a symmetric matrix's lower triangle, and their mirror images. */
  #colourCells({ side, values }: Cells, { largest, theme, transfer }: MatrixScale): void {
    const count = cellCount(side);
    if (this.#triangle.length < count) this.#triangle = new Uint32Array(count);
    colourEntries(values, count, largest, theme, transfer, this.#triangle);
    for (let row = 0; row < side; row++) {
      const start = cellCount(row);
      this.#pixels.set(this.#triangle.subarray(start, start + row + 1), row * side);
    }
    mirrorPixels(this.#pixels, side);
  }

  #colourDiagonal(values: Float64Array, W: number, { largest, theme, transfer }: MatrixScale): void {
    const side = this.#cells;
    const cells = this.#cellsOf(values, W, side, poolDiagonal);
    colourEntries(ZERO, 1, largest, theme, transfer, this.#pixels);
    this.#pixels.fill(this.#pixels[0] ?? 0);
    colourEntries(cells, side, largest, theme, transfer, this.#diagonal);
    for (let at = 0; at < side; at++) this.#pixels[at * (side + 1)] = this.#diagonal[at] ?? 0;
  }
}

const ZERO = new Float64Array(1);
