import { lazy, Suspense } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { type MatrixId, matrixOf } from '../../../engine/curvature/index.ts';
import { Button } from '../../controls/Button.tsx';
import { Dialog } from '../../controls/Dialog.tsx';
import { Message } from '../../controls/Message.tsx';
import type { Boundaries } from './boundaries.ts';
import styles from './EnlargedMatrix.module.css';
import { MatrixDefinition } from './MatrixDefinition.tsx';

const PlottedMatrix = lazy(() => import('./PlottedMatrix.tsx'));

interface EnlargedMatrixProps {
  readonly id: MatrixId;
  readonly boundaries: Boundaries;
  readonly onClose: () => void;
}

/** One matrix large, with axes and zoom, beside its definition. */
export default function EnlargedMatrix({ id, boundaries, onClose }: EnlargedMatrixProps) {
  return (
    <Dialog open wide title={matrixOf(id).label} onClose={onClose}>
      <div className={styles.enlarged}>
        <div className={styles.plot}>
          <ErrorBoundary
            fallbackRender={({ resetErrorBoundary }) => (
              <Message tone="caution" action={<Button onClick={resetErrorBoundary}>Try again</Button>}>
                The large view could not be drawn. The matrix in the gallery still follows your changes.
              </Message>
            )}
          >
            <Suspense fallback={<p className={styles.loading}>loading the large view…</p>}>
              <PlottedMatrix id={id} boundaries={boundaries} />
            </Suspense>
          </ErrorBoundary>
        </div>
        <MatrixDefinition id={id} W={boundaries.W} />
      </div>
    </Dialog>
  );
}
