import { useId, useMemo } from 'react';
import type { Reduction } from '../../../engine/experiment/problem.ts';
import { LIMITS } from '../../../engine/experiment/limits.ts';
import { lossOf } from '../../../engine/losses/index.ts';
import { Card } from '../../controls/Card.tsx';
import { Formula } from '../../controls/Formula.tsx';
import { NumberField } from '../../controls/NumberField.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { Select } from '../../controls/Select.tsx';
import { setLoss, setReduction, setWeightDecay } from '../../state/edits/loss.ts';
import { lossChoices, whyNotOffered } from './lossChoices.ts';
import styles from './LossPanel.module.css';
import { useExperiment, useLab } from '../../state/useLab.ts';

const reductions = [
  { value: 'sum', label: 'Σ', title: 'Sum over the points' },
  { value: 'mean', label: 'mean', title: 'Mean over the points' },
] as const satisfies readonly { value: Reduction; label: string; title: string }[];

function DecayField() {
  const lab = useLab();
  const weightDecay = useExperiment((state) => state.experiment.weightDecay);
  return (
    <NumberField
      label="decay α"
      value={weightDecay}
      min={0}
      max={LIMITS.weightDecay}
      step={0.01}
      width={66}
      onCommit={(next) => lab.edit(setWeightDecay(next), 'weight decay')}
    />
  );
}

/** What is minimised: the loss, how the points' errors add up, and the weight decay. */
export function LossPanel() {
  const lab = useLab();
  const loss = useExperiment((state) => state.experiment.loss);
  const data = useExperiment((state) => state.experiment.data);
  const choices = useMemo(() => lossChoices(data), [data]);
  const reasonId = useId();
  const reason = whyNotOffered(choices);
  const { formula, section, label } = lossOf(loss.kind);
  return (
    <Card title="Loss" aside={<DecayField />}>
      <div className={styles.panel}>
        <div className={styles.row}>
          <Select
            label="Loss"
            hideLabel
            value={loss.kind}
            options={choices.map(({ kind, label: name, offered }) => ({
              value: kind,
              label: name,
              disabled: !offered,
            }))}
            onChange={(kind) => lab.edit(setLoss(kind))}
            {...(reason === null ? {} : { describedBy: reasonId })}
          />
          <Segmented
            label="Errors of the points"
            value={loss.reduction}
            options={reductions}
            onChange={(reduction) => lab.edit(setReduction(reduction))}
          />
        </div>
        <p className={styles.formula}>
          <Formula tex={`E_n = ${formula}`} label={`Formula of ${label.toLowerCase()}`} />
          <span className={styles.section}>{section}</span>
        </p>
        {reason === null ? null : (
          <p className={styles.reason} id={reasonId}>
            {reason}
          </p>
        )}
      </div>
    </Card>
  );
}
