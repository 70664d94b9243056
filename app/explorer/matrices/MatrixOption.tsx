import { useId } from 'react';
import { type MatrixId, matrixOf } from '../../../engine/curvature/index.ts';
import { setMatrices } from '../../state/edits/view.ts';
import styles from './MatrixOption.module.css';
import { useWhyUnavailable } from './whyUnavailable.ts';
import { useExperiment, useLab } from '../../state/useLab.ts';

/** One matrix of the menu: its box, its name, and what it leaves out or why it can't be shown here. */
export function MatrixOption({ id }: { readonly id: MatrixId }) {
  const lab = useLab();
  const descriptionId = useId();
  const shown = useExperiment((state) => state.experiment.view.matrices);
  const on = shown.includes(id);
  const why = useWhyUnavailable(id);
  const { label, whenExact } = matrixOf(id);
  // one that can't be chosen stays within reach of the keyboard: its reason is to be read
  const refused = on ? shown.length === 1 : why !== null;
  const choose = (): void => {
    if (!refused) lab.edit(setMatrices(on ? shown.filter((other) => other !== id) : [...shown, id]));
  };
  return (
    <label className={refused ? styles.refused : styles.option}>
      <input
        type="checkbox"
        checked={on}
        aria-disabled={refused}
        aria-label={label}
        aria-describedby={descriptionId}
        onChange={choose}
      />
      <span>
        <span className={styles.name}>{label}</span>
        <span className={styles.what} id={descriptionId}>
          {why === null ? whenExact : <span className={styles.why}>not here: {why}</span>}
        </span>
      </span>
    </label>
  );
}
