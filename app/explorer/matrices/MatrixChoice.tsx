import { type MatrixId, matrixIds, matrixOf } from '../../../engine/curvature/index.ts';
import { edit, useExperiment } from '../../state/experiment.ts';
import { setMatrices } from '../../state/edits/view.ts';
import styles from './MatrixChoice.module.css';

/** The engine's list of matrices, each with what it leaves out; at least one stays. */
export function MatrixChoice() {
  const shown = useExperiment((state) => state.experiment.view.matrices);
  const choose = (id: MatrixId, on: boolean): void =>
    edit(setMatrices(on ? [...shown, id] : shown.filter((other) => other !== id)));
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.legend}>Matrices on show</legend>
      {matrixIds.map((id) => {
        const on = shown.includes(id);
        const { label, whenExact } = matrixOf(id);
        return (
          <label key={id} className={styles.option}>
            <input
              type="checkbox"
              checked={on}
              disabled={on && shown.length === 1}
              onChange={(event) => choose(id, event.target.checked)}
            />
            <span>
              <span className={styles.name}>{label}</span>
              <span className={styles.what}>{whenExact}</span>
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
