import type { MatrixId } from '../../../engine/curvature/index.ts';
import { MatrixCanvas } from '../../charts/paintMatrix.ts';
import { painted } from '../../compute/liveMeasure.ts';
import type { Lab } from '../../state/lab.ts';
import { useTheme } from '../../theme/theme.ts';
import { halfWidths } from './halfWidths.ts';

interface Picture {
  readonly canvas: MatrixCanvas;
  devicePixels: number;
}

/**
 * Paints every matrix on show, all at once, as soon as a complete snapshot is there: outside React, so that a
 * dragged weight reaches the pixels within its frame.
 */
export class MatricesPainter {
  readonly #lab: Lab;
  readonly #pictures = new Map<MatrixId, Picture>();
  /** Time it took to paint the last snapshot. */
  milliseconds = 0;

  constructor(lab: Lab) {
    this.#lab = lab;
  }

  /** Adds a matrix's canvas. @returns takes it away again. */
  add(id: MatrixId, canvas: HTMLCanvasElement): () => void {
    this.#pictures.set(id, { canvas: new MatrixCanvas(canvas), devicePixels: 0 });
    return () => void this.#pictures.delete(id);
  }

  /** Side of the picture in device pixels; repaints it. */
  resize(id: MatrixId, devicePixels: number): void {
    const picture = this.#pictures.get(id);
    if (picture === undefined || picture.devicePixels === devicePixels) return;
    picture.devicePixels = devicePixels;
    if (devicePixels > 0) this.#lab.pictures.setState({ side: devicePixels });
    this.#paint([[id, picture]]);
  }

  /** Follows the results, the view and the theme until the returned function is called. */
  follow(): () => void {
    const stops = [
      this.#lab.results.subscribe((now, before) => {
        // The same matrices for a document that differs in its view alone are on the canvas already.
        if (now.snapshot === null || now.snapshot.value === before.snapshot?.value) return;
        const start = performance.now();
        this.#paint(this.#pictures);
        this.milliseconds = performance.now() - start;
        if (!now.unfinished) painted(now.snapshot.experiment);
      }),
      this.#lab.experiment.subscribe((now, before) => {
        if (now.experiment.view !== before.experiment.view) this.#paint(this.#pictures);
      }),
      useTheme.subscribe((now, before) => {
        if (now.theme !== before.theme) this.#paint(this.#pictures);
      }),
    ];
    return () => stops.forEach((stop) => stop());
  }

  #paint(pictures: Iterable<[MatrixId, Picture]>): void {
    const { snapshot } = this.#lab.results.getState();
    if (snapshot === null) return;
    const { view } = this.#lab.experiment.getState().experiment;
    const { theme } = useTheme.getState();
    const largest = halfWidths(snapshot.value.matrices, view);
    for (const [id, { canvas, devicePixels }] of pictures) {
      const matrix = snapshot.value.matrices[id];
      if (matrix === undefined || devicePixels === 0) continue;
      canvas.paint(matrix, devicePixels, { largest: largest(id), transfer: view.transfer, theme });
    }
  }
}
