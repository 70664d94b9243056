import { useEffect, useRef, useState } from 'react';
import type { MatrixValues } from '../../../engine/curvature/matrix.ts';
import { MatrixCanvas, type MatrixScale } from '../../charts/paintMatrix.ts';
import { useWidth } from '../../controls/useWidth.ts';
import type { Boundaries } from '../../explorer/matrices/boundaries.ts';
import { Hairlines } from '../../explorer/matrices/Hairlines.tsx';
import { LayerNames } from '../../explorer/matrices/LayerNames.tsx';
import styles from './Differences.module.css';

export interface HeatMapProps {
  readonly values: Float64Array;
  readonly boundaries: Boundaries;
  readonly scale: MatrixScale;
  /** What is to be seen, in one sentence. */
  readonly label: string;
}

/** A W × W picture with hairlines between layers and their names along it. */
export function HeatMap({ values, boundaries, scale, label }: HeatMapProps) {
  const [element, setElement] = useState<HTMLCanvasElement | null>(null);
  const painter = useRef<{ readonly element: HTMLCanvasElement; readonly canvas: MatrixCanvas } | null>(null);
  const side = useWidth(element);
  useEffect(() => {
    if (element === null || side === 0) return;
    if (painter.current?.element !== element)
      painter.current = { element, canvas: new MatrixCanvas(element) };
    const matrix: MatrixValues = { form: 'dense', values };
    painter.current.canvas.paint(matrix, Math.round(side * devicePixelRatio), scale);
  }, [element, values, side, scale]);
  return (
    <div>
      <LayerNames boundaries={boundaries} side={side} />
      <div className={styles.square} role="img" aria-label={label}>
        <canvas className={styles.canvas} ref={setElement} width={1} height={1} />
        <svg className={styles.overlay} viewBox={`0 0 ${side || 1} ${side || 1}`} aria-hidden>
          <Hairlines boundaries={boundaries} side={side} />
        </svg>
      </div>
    </div>
  );
}
