import { LIMITS } from '../../../engine/experiment/limits.ts';
import { Button } from '../../controls/Button.tsx';
import { Formula } from '../../controls/Formula.tsx';
import { NumberField } from '../../controls/NumberField.tsx';
import { initialise } from '../../state/edits/parameters.ts';
import styles from './InitialiseForm.module.css';
import { useExperiment, useLab } from '../../state/useLab.ts';

/** Draws all weights and biases anew from a seed and a scale. */
export function InitialiseForm() {
  const lab = useLab();
  const initialisation = useExperiment((state) => state.experiment.initialisation);
  const { seed, scale } = initialisation;
  return (
    <div className={styles.form}>
      <h3 className={styles.title}>Initial weights</h3>
      <p className={styles.note}>
        Drawn from <Formula tex="\mathcal N(0,\ \text{scale}^2/\text{inputs of the unit})" />
      </p>
      <div className={styles.row}>
        <NumberField
          label="Seed"
          value={seed}
          integer
          min={0}
          max={LIMITS.seed}
          width={96}
          onCommit={(value) => lab.edit(initialise({ seed: value, scale }))}
        />
        <NumberField
          label="Scale"
          value={scale}
          step={0.1}
          allowed={`above 0, up to ${LIMITS.scale}`}
          width={72}
          onCommit={(value) => lab.edit(initialise({ seed, scale: value }))}
        />
      </div>
      <Button onClick={() => lab.edit(initialise(initialisation))}>Initialise</Button>
    </div>
  );
}
