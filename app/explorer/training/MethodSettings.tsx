import { LIMITS } from '../../../engine/experiment/limits.ts';
import { optimiserIds, optimiserOf } from '../../../engine/uses/optimisers/index.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import { NumberField } from '../../controls/NumberField.tsx';
import { Select } from '../../controls/Select.tsx';
import { setLearningRate, setMethod } from '../../state/edits/training.ts';
import styles from './TrainingPanel.module.css';
import { useExperiment, useLab } from '../../state/useLab.ts';

const options = optimiserIds.map((id) => ({ value: id, label: optimiserOf(id).label }));

/** A tenth of the leading digit's place, so that arrow keys neither jump nor reach 0. */
const rateStep = (rate: number): number => 10 ** (Math.floor(Math.log10(rate)) - 1);

/** The method and what steers it: a learning rate, or the damping it adapts itself. */
export function MethodSettings() {
  const lab = useLab();
  const method = useExperiment((state) => state.experiment.training.method);
  const learningRate = useExperiment((state) => state.experiment.training.learningRate);
  const damping = useExperiment((state) => state.experiment.training.damping);
  return (
    <div className={styles.settings}>
      <Select
        label="Method"
        hideLabel
        value={method}
        options={options}
        onChange={(chosen) => lab.edit(setMethod(chosen))}
      />
      {optimiserOf(method).usesLearningRate ? (
        <span className={styles.rate}>
          <span aria-hidden>rate η</span>
          <NumberField
            label="Learning rate"
            hideLabel
            value={learningRate}
            step={rateStep(learningRate)}
            allowed={`above 0 up to ${LIMITS.learningRate}`}
            width={76}
            onCommit={(rate) => lab.edit(setLearningRate(rate), 'learning rate')}
          />
        </span>
      ) : (
        <span className={styles.damping} title="Added to the diagonal; adapted after every step">
          damping λ <strong>{formatNumber(damping, 3)}</strong>
        </span>
      )}
    </div>
  );
}
