import { type MatrixId, matrixOf } from '../../../engine/curvature/index.ts';
import { Formula } from '../../controls/Formula.tsx';
import { EntryValues } from '../inspector/EntryValues.tsx';
import styles from './MatrixDefinition.module.css';
import { MatrixFacts } from './MatrixFacts.tsx';
import { MOST_CELLS } from './plottedCells.ts';

/** What a matrix is, what it costs, when it is exact, and the entry pointed at. */
export function MatrixDefinition({ id, W }: { readonly id: MatrixId; readonly W: number }) {
  const { formula, cost, section, whenExact } = matrixOf(id);
  return (
    <aside className={styles.definition}>
      <div className={styles.formula}>
        <Formula tex={formula} breaks />
      </div>
      <p className={styles.prose}>{whenExact}</p>
      <p className={styles.source}>
        {section} · <Formula tex={cost} /> per pattern · {W} × {W}
      </p>
      {W > MOST_CELLS ? (
        <p className={styles.source}>Each cell shows the entry of largest magnitude of its block.</p>
      ) : null}
      <MatrixFacts id={id} />
      <EntryValues />
    </aside>
  );
}
