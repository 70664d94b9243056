import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { matrixIds, matrixOf } from '../../../engine/curvature/index.ts';
import { Button } from '../../controls/Button.tsx';
import { Message } from '../../controls/Message.tsx';
import { Select } from '../../controls/Select.tsx';
import { boundariesOf } from '../../explorer/matrices/boundaries.ts';
import { MatricesPainter } from '../../explorer/matrices/matricesPainter.ts';
import { MatrixCard } from '../../explorer/matrices/MatrixCard.tsx';
import { useShownTopology } from '../../explorer/matrices/useShownTopology.ts';
import { setMatrices } from '../../state/edits/view.ts';
import { useExperiment, useLab } from '../../state/useLab.ts';
import type { CellProps } from './cell.ts';
import { Frame } from './Frame.tsx';
import styles from './MatrixCell.module.css';

const EnlargedMatrix = lazy(() => import('../../explorer/matrices/EnlargedMatrix.tsx'));

const options = matrixIds.map((value) => ({ value, label: matrixOf(value).label }));

/** One of the experiment's matrices. */
export function MatrixCell({ cell: { matrix }, editing, onChange }: CellProps<'matrix'>) {
  const lab = useLab();
  const [painter] = useState(() => new MatricesPainter(lab));
  const [enlarged, setEnlarged] = useState(false);
  const topology = useShownTopology();
  const boundaries = useMemo(() => boundariesOf(topology), [topology]);
  const shown = useExperiment((state) => state.experiment.view.matrices);
  useEffect(() => painter.follow(), [painter]);
  const { label } = matrixOf(matrix);
  return (
    <Frame label={label}>
      {editing ? (
        <div className={styles.choice}>
          <Select
            label="Matrix"
            value={matrix}
            options={options}
            onChange={(next) => onChange({ matrix: next })}
          />
        </div>
      ) : null}
      {shown.includes(matrix) ? (
        <div className={styles.matrix}>
          <MatrixCard
            id={matrix}
            painter={painter}
            boundaries={boundaries}
            onEnlarge={() => setEnlarged(true)}
          />
        </div>
      ) : (
        <Message
          tone="info"
          action={<Button onClick={() => lab.edit(setMatrices([...shown, matrix]))}>Compute it here</Button>}
        >
          {label} is not among the matrices that this experiment computes.
        </Message>
      )}
      {enlarged ? (
        <Suspense>
          <EnlargedMatrix id={matrix} boundaries={boundaries} onClose={() => setEnlarged(false)} />
        </Suspense>
      ) : null}
    </Frame>
  );
}
