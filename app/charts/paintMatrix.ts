import type { MatrixValues } from '../../engine/curvature/matrix.ts';
import type { Theme } from '../theme/theme.ts';
import { colourEntries } from './colourEntries.ts';
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

/** Number of parameters of a matrix. */
export const orderOf = (matrix: MatrixValues): number =>
  matrix.form === 'diagonal' ? matrix.values.length : Math.round(Math.sqrt(matrix.values.length));

/** Draws the matrices that come along on one canvas and keeps its buffers between them. */
export class MatrixCanvas {
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D | null;
  #cells = 0;
  #image: ImageData | null = null;
  #pixels = new Uint32Array(0);
  #pooled = new Float64Array(0);
  #diagonal = new Uint32Array(0);

  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas;
    this.#context = canvas.getContext('2d');
  }

  /** Paints at most one cell per device pixel; `devicePixels` is the length of the canvas's side. */
  paint(matrix: MatrixValues, devicePixels: number, scale: MatrixScale): void {
    const W = orderOf(matrix);
    const cells = cellsOf(W, devicePixels);
    if (cells !== this.#cells) this.#resize(cells);
    if (this.#image === null || this.#context === null) return;
    if (matrix.form === 'diagonal') this.#colourDiagonal(matrix.values, W, scale);
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
