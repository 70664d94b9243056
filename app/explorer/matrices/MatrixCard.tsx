import { Maximize2 } from 'lucide-react';
import { memo } from 'react';
import { type MatrixId, matrixOf } from '../../../engine/curvature/index.ts';
import { Formula } from '../../controls/Formula.tsx';
import { IconButton } from '../../controls/IconButton.tsx';
import type { Boundaries } from './boundaries.ts';
import styles from './MatrixCard.module.css';
import { MatrixFacts } from './MatrixFacts.tsx';
import { MatrixPicture } from './MatrixPicture.tsx';
import { MatrixProgress } from './MatrixProgress.tsx';
import type { MatricesPainter } from './matricesPainter.ts';
import { Unavailable } from './Unavailable.tsx';
import { useWhyUnavailable } from './whyUnavailable.ts';
import { useFocusedMatrix, useResults } from '../../state/useLab.ts';

export interface MatrixCardProps {
  readonly id: MatrixId;
  readonly painter: MatricesPainter;
  readonly boundaries: Boundaries;
  readonly onEnlarge: (id: MatrixId) => void;
}

/** One matrix of the gallery: its name, its picture, and how it compares with the exact Hessian. */
export const MatrixCard = memo(function MatrixCard({ id, painter, boundaries, onEnlarge }: MatrixCardProps) {
  const { label, symbol } = matrixOf(id);
  const ready = useResults((state) => state.snapshot?.value.matrices[id] !== undefined);
  const progress = useResults((state) => state.progress[id]);
  const why = useWhyUnavailable(id);
  const focused = useFocusedMatrix((state) => state.matrix === id);
  return (
    <article className={focused ? styles.focused : styles.card} aria-label={label}>
      <header className={styles.heading}>
        <h3 className={styles.title} title={label}>
          {label}
        </h3>
        <span className={styles.symbol}>
          <Formula tex={symbol} />
        </span>
        <span className={styles.enlarge}>
          <IconButton
            label={`Enlarge ${label}`}
            icon={<Maximize2 size={14} />}
            tone="quiet"
            disabled={why !== null}
            onClick={() => onEnlarge(id)}
          />
        </span>
      </header>
      {why === null ? (
        <MatrixPicture id={id} painter={painter} boundaries={boundaries} ready={ready} />
      ) : (
        <Unavailable why={why} />
      )}
      {why !== null || progress === undefined ? (
        <MatrixFacts id={id} blank={why !== null} />
      ) : (
        <MatrixProgress id={id} progress={progress} />
      )}
    </article>
  );
});
