import { memo, useEffect, useState } from 'react';
import { type MatrixId, matrixOf } from '../../../engine/curvature/index.ts';
import { useSize } from '../../controls/useSize.ts';
import type { Boundaries } from './boundaries.ts';
import { EntryTrace } from './EntryTrace.tsx';
import { Hairlines } from './Hairlines.tsx';
import { LayerNames } from './LayerNames.tsx';
import styles from './MatrixPicture.module.css';
import type { MatricesPainter } from './matricesPainter.ts';
import { OwnScale } from './OwnScale.tsx';
import { useEntryKeys } from './useEntryKeys.ts';
import { useEntryPointer } from './useEntryPointer.ts';

export interface MatrixPictureProps {
  readonly id: MatrixId;
  readonly painter: MatricesPainter;
  readonly boundaries: Boundaries;
  /** False until the first result: a calm square. */
  readonly ready: boolean;
}

/** Height of the layers' names over the square. */
const NAMES = 15;

/** One matrix: a canvas that the painter fills, and over it hairlines and the entry pointed at. */
export const MatrixPicture = memo(function MatrixPicture({
  id,
  painter,
  boundaries,
  ready,
}: MatrixPictureProps) {
  const [canvas, setCanvas] = useState<HTMLCanvasElement | null>(null);
  const [stage, setStage] = useState<HTMLDivElement | null>(null);
  const { width, height } = useSize(stage) ?? { width: 0, height: 0 };
  const side = Math.max(0, Math.min(width, height - NAMES));
  const pointer = useEntryPointer(id, boundaries.W);
  const onKeyDown = useEntryKeys(id, boundaries);
  useEffect(() => (canvas === null ? undefined : painter.add(id, canvas)), [canvas, id, painter]);
  useEffect(() => painter.resize(id, Math.round(side * devicePixelRatio)), [id, painter, side]);
  const { label } = matrixOf(id);
  return (
    <div className={styles.stage} ref={setStage}>
      <div className={styles.framed} style={{ width: side, left: (width - side) / 2 }}>
        <LayerNames boundaries={boundaries} side={side} />
        <OwnScale id={id} />
        <div className={styles.square} role="application" aria-roledescription="matrix" aria-label={label}>
          <button
            className={styles.entries}
            type="button"
            aria-label={`${label}, ${boundaries.W} × ${boundaries.W}: walk the entries with the arrow keys`}
            onKeyDown={onKeyDown}
            {...pointer}
          >
            <canvas className={ready ? styles.canvas : styles.waiting} ref={setCanvas} width={1} height={1} />
            <svg className={styles.overlay} viewBox={`0 0 ${side || 1} ${side || 1}`} aria-hidden>
              <Hairlines boundaries={boundaries} side={side} />
              <EntryTrace W={boundaries.W} side={side} />
            </svg>
          </button>
        </div>
      </div>
    </div>
  );
});
