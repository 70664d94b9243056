import { LIMITS } from '../../../engine/experiment/limits.ts';
import { Button } from '../../controls/Button.tsx';
import { NumberField } from '../../controls/NumberField.tsx';
import { Select } from '../../controls/Select.tsx';
import { setDirection } from '../../state/edits/direction.ts';
import { directionKinds, directionOptions } from './directionKinds.ts';
import styles from './DirectionPanel.module.css';
import { useExperiment, useLab, useSelection } from '../../state/useLab.ts';

/** Which direction v, and its seed or index. */
export function DirectionChoice() {
  const lab = useLab();
  const direction = useExperiment((state) => state.experiment.direction);
  const W = useExperiment((state) => state.experiment.parameters.length);
  const selected = useSelection((state) => state.parameter);
  const parameter = selected !== null && selected < W ? selected : null;
  return (
    <>
      <div className={styles.choice}>
        <Select
          label="Direction v"
          hideLabel
          value={direction.kind}
          options={directionOptions}
          onChange={(kind) => lab.edit(setDirection(directionKinds[kind].first(parameter)))}
        />
        {direction.kind === 'random' ? (
          <NumberField
            label="Seed"
            value={direction.seed}
            integer
            min={0}
            max={LIMITS.seed}
            width={58}
            onCommit={(seed) => lab.edit(setDirection({ kind: 'random', seed }), 'direction')}
          />
        ) : null}
        {direction.kind === 'unit' ? (
          <NumberField
            label="Index"
            value={direction.index + 1}
            integer
            min={1}
            max={W}
            width={58}
            onCommit={(index) => lab.edit(setDirection({ kind: 'unit', index: index - 1 }), 'direction')}
          />
        ) : null}
      </div>
      {direction.kind === 'unit' && parameter !== null && parameter !== direction.index ? (
        <Button onClick={() => lab.edit(setDirection({ kind: 'unit', index: parameter }))}>
          Use the selected weight
        </Button>
      ) : null}
      <p className={styles.note}>{directionKinds[direction.kind].note}</p>
    </>
  );
}
