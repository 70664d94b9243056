import { useExperiment, useLab, useSelection } from '../../state/useLab.ts';
import { DirectionFields } from './DirectionFields.tsx';
import { directionKinds } from './directionKinds.ts';
import styles from './DirectionPanel.module.css';

/** Which direction v, and what its product says. */
export function DirectionChoice() {
  const lab = useLab();
  const direction = useExperiment((state) => state.experiment.direction);
  const W = useExperiment((state) => state.experiment.parameters.length);
  const selected = useSelection((state) => state.parameter);
  const parameter = selected !== null && selected < W ? selected : null;
  return (
    <>
      <DirectionFields direction={direction} W={W} parameter={parameter} onEdit={lab.edit} />
      <p className={styles.note}>{directionKinds[direction.kind].note}</p>
    </>
  );
}
