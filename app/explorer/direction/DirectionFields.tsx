import { LIMITS } from '../../../engine/experiment/limits.ts';
import type { DirectionSpec } from '../../../engine/experiment/problem.ts';
import { Button } from '../../controls/Button.tsx';
import { NumberField } from '../../controls/NumberField.tsx';
import { Select } from '../../controls/Select.tsx';
import { setDirection } from '../../state/edits/direction.ts';
import type { Edit } from '../../state/experiment.ts';
import { directionKinds, directionOptions } from './directionKinds.ts';
import styles from './DirectionPanel.module.css';

export interface DirectionFieldsProps {
  readonly direction: DirectionSpec;
  /** The number of parameters. */
  readonly W: number;
  /** The selected weight, if any: where a unit vector begins. */
  readonly parameter: number | null;
  readonly onEdit: (change: Edit, gesture?: string) => void;
}

/** Which direction v, and its seed or index. */
export function DirectionFields({ direction, W, parameter, onEdit }: DirectionFieldsProps) {
  return (
    <>
      <div className={styles.choice}>
        <Select
          label="Direction v"
          hideLabel
          value={direction.kind}
          options={directionOptions}
          onChange={(kind) => onEdit(setDirection(directionKinds[kind].first(parameter)))}
        />
        {direction.kind === 'random' ? (
          <NumberField
            label="Seed"
            value={direction.seed}
            integer
            min={0}
            max={LIMITS.seed}
            width={58}
            onCommit={(seed) => onEdit(setDirection({ kind: 'random', seed }), 'direction')}
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
            onCommit={(index) => onEdit(setDirection({ kind: 'unit', index: index - 1 }), 'direction')}
          />
        ) : null}
      </div>
      {direction.kind === 'unit' && parameter !== null && parameter !== direction.index ? (
        <Button onClick={() => onEdit(setDirection({ kind: 'unit', index: parameter }))}>
          Use the selected weight
        </Button>
      ) : null}
    </>
  );
}
