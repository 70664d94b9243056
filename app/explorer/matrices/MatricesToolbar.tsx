import { counted } from '../../controls/counted.ts';
import { Popover } from '../../controls/Popover.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { setScale, setTransfer } from '../../state/edits/view.ts';
import { MatrixChoice } from './MatrixChoice.tsx';
import styles from './MatricesToolbar.module.css';
import { useExperiment, useLab } from '../../state/useLab.ts';

const scales = [
  { value: 'shared', label: 'shared', title: 'One colour scale for all matrices on show' },
  { value: 'each', label: 'each', title: 'Each matrix has its own colour scale' },
] as const;

const transfers = [
  { value: 'linear', label: 'linear', title: 'Colour in proportion to the entry' },
  {
    value: 'symlog',
    label: 'symlog',
    title: 'Symmetric logarithm: two decades on either side of zero, smaller entries fade',
  },
] as const;

/** What is shown, and how entries become colours. */
export function MatricesToolbar() {
  const lab = useLab();
  const { matrices, scale, transfer } = useExperiment((state) => state.experiment.view);
  const count = counted(matrices.length, 'matrix', 'matrices');
  return (
    <div className={styles.toolbar}>
      <Popover label="Choose matrices" trigger={`${count} ▾`}>
        <MatrixChoice />
      </Popover>
      <div className={styles.scales}>
        <span className={styles.word}>scale</span>
        <Segmented
          label="Scale"
          value={scale}
          options={scales}
          onChange={(next) => lab.edit(setScale(next))}
        />
        <Segmented
          label="Transfer"
          value={transfer}
          options={transfers}
          onChange={(next) => lab.edit(setTransfer(next))}
        />
      </div>
    </div>
  );
}
