import { Minus, Plus } from 'lucide-react';
import { useId } from 'react';
import { activationOf } from '../../../engine/activations/index.ts';
import type { DenseSpec, LayerSpec } from '../../../engine/experiment/problem.ts';
import { LIMITS } from '../../../engine/experiment/limits.ts';
import { Button } from '../../controls/Button.tsx';
import { counted } from '../../controls/counted.ts';
import { IconButton } from '../../controls/IconButton.tsx';
import { Message } from '../../controls/Message.tsx';
import { NumberField } from '../../controls/NumberField.tsx';
import { Select } from '../../controls/Select.tsx';
import { edit, useExperiment } from '../../state/experiment.ts';
import { activationChoices, removeLayer, setActivation, setUnits } from '../../state/edits/network.ts';
import styles from './LayerSettings.module.css';
import { useAttempt } from './useAttempt.ts';

interface LayerSettingsProps {
  readonly layer: LayerSpec;
  readonly isOutput: boolean;
  /** The layer is about to go, and these settings with it. */
  readonly onRemoved: () => void;
}

function UnitsStepper({ layer, attempt }: { layer: DenseSpec; attempt: ReturnType<typeof useAttempt>[1] }) {
  const { name, units } = layer;
  return (
    <span className={styles.row}>
      <NumberField
        label="Units"
        value={units}
        integer
        min={1}
        max={LIMITS.units}
        width={64}
        onCommit={(value) => edit(setUnits(name, value))}
      />
      <IconButton
        label="One unit less"
        icon={<Minus size={16} />}
        disabled={units <= 1}
        onClick={() => attempt(setUnits(name, units - 1))}
      />
      <IconButton
        label="One unit more"
        icon={<Plus size={16} />}
        disabled={units >= LIMITS.units}
        onClick={() => attempt(setUnits(name, units + 1))}
      />
    </span>
  );
}

/** Units and activation of a layer, and why some are not on offer. */
export function LayerSettings({ layer, isOutput, onRemoved }: LayerSettingsProps) {
  const noteId = useId();
  const loss = useExperiment((state) => state.experiment.loss.kind);
  const [problem, attempt] = useAttempt();
  const { kinds, reason } = activationChoices(isOutput, loss);
  const { note } = activationOf(layer.activation);
  const remove = (): void => {
    if (attempt(removeLayer(layer.name))) onRemoved();
  };
  return (
    <div className={styles.settings}>
      <h3 className={styles.title}>{layer.name}</h3>
      {layer.kind === 'dense' &&
        (isOutput ? (
          <p className={styles.note}>{counted(layer.units, 'unit')}: one per target column of the data.</p>
        ) : (
          <UnitsStepper layer={layer} attempt={attempt} />
        ))}
      <Select
        label="Activation"
        value={layer.activation}
        options={kinds.map((kind) => ({ value: kind, label: activationOf(kind).label }))}
        onChange={(kind) => attempt(setActivation(layer.name, kind))}
        describedBy={noteId}
      />
      <p className={styles.note} id={noteId}>
        {[note, reason].filter(Boolean).join(' ')}
      </p>
      {isOutput ? null : <Button onClick={remove}>Remove {layer.name}</Button>}
      {problem === null ? null : <Message tone="caution">{problem}</Message>}
    </div>
  );
}
