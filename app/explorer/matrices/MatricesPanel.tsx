import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import type { MatrixId } from '../../../engine/curvature/index.ts';
import { Message } from '../../controls/Message.tsx';
import { boundariesOf } from './boundaries.ts';
import { EstimationControls } from './EstimationControls.tsx';
import { MatricesPainter } from './matricesPainter.ts';
import styles from './MatricesPanel.module.css';
import { MatricesToolbar } from './MatricesToolbar.tsx';
import { MatrixCard } from './MatrixCard.tsx';
import { ShownScale } from './ShownScale.tsx';
import { StatusLine } from './StatusLine.tsx';
import { useAvailable } from './useAvailable.ts';
import { useShownTopology } from './useShownTopology.ts';
import { useLab, useResults } from '../../state/useLab.ts';

const EnlargedMatrix = lazy(() => import('./EnlargedMatrix.tsx'));

/** The gallery: every matrix on show, live, side by side. */
export function MatricesPanel() {
  const lab = useLab();
  const [painter] = useState(() => new MatricesPainter(lab));
  const [enlarged, setEnlarged] = useState<MatrixId | null>(null);
  const topology = useShownTopology();
  const boundaries = useMemo(() => boundariesOf(topology), [topology]);
  const available = useAvailable();
  const problem = useResults((state) => state.problem);
  useEffect(() => painter.follow(), [painter]);
  return (
    <section className={styles.panel} aria-labelledby="matrices-heading">
      <h2 className="visually-hidden" id="matrices-heading">
        Matrices
      </h2>
      <MatricesToolbar />
      <EstimationControls />
      <ShownScale />
      {problem === null ? null : <Message tone="caution">{problem}</Message>}
      <div className={styles.gallery} data-count={available.length}>
        {available.map((id) => (
          <MatrixCard key={id} id={id} painter={painter} boundaries={boundaries} onEnlarge={setEnlarged} />
        ))}
      </div>
      <StatusLine painter={painter} />
      {enlarged === null ? null : (
        <Suspense>
          <EnlargedMatrix id={enlarged} boundaries={boundaries} onClose={() => setEnlarged(null)} />
        </Suspense>
      )}
    </section>
  );
}
