import { Minus, Plus } from 'lucide-react';
import { useId } from 'react';
import { activationOf } from '../../../engine/activations/index.ts';
import { layerKindOf } from '../../../engine/layers/index.ts';
import type { Layer } from '../../../engine/layers/layer.ts';
import { Button } from '../../controls/Button.tsx';
import { counted } from '../../controls/counted.ts';
import { IconButton } from '../../controls/IconButton.tsx';
import { Message } from '../../controls/Message.tsx';
import { NumberField } from '../../controls/NumberField.tsx';
import { Select } from '../../controls/Select.tsx';
import { type LayerNumber, numbersOf } from '../../state/edits/layerNumbers.ts';
import { activationChoices, removeLayer, setActivation, setNumber } from '../../state/edits/network.ts';
import { shapeText } from '../../state/edits/places.ts';
import styles from './LayerSettings.module.css';
import { useAttempt } from './useAttempt.ts';
import { useExperiment, useLab } from '../../state/useLab.ts';

interface LayerSettingsProps {
  readonly layer: Layer;
  readonly isOutput: boolean;
  /** The layer is about to go, and these settings with it. */
  readonly onRemoved: () => void;
}

interface StepperProps {
  readonly layer: string;
  readonly field: string;
  readonly number: LayerNumber;
  readonly attempt: ReturnType<typeof useAttempt>[1];
}

/** A number of the layer to type, or to step by one. */
function Stepper({ layer, field, number, attempt }: StepperProps) {
  const lab = useLab();
  const { label, value, min, max, less, more } = number;
  return (
    <span className={styles.row}>
      <NumberField
        label={label}
        value={value}
        integer
        min={min}
        max={max}
        width={64}
        onCommit={(next) => lab.edit(setNumber(layer, field, next))}
      />
      <IconButton
        label={less}
        icon={<Minus size={16} />}
        disabled={value <= min}
        onClick={() => attempt(setNumber(layer, field, value - 1))}
      />
      <IconButton
        label={more}
        icon={<Plus size={16} />}
        disabled={value >= max}
        onClick={() => attempt(setNumber(layer, field, value + 1))}
      />
    </span>
  );
}

/** `Gives 2 × 4 × 4; 20 parameters.` */
function shapeNote({ shape, rows, fanIn }: Layer): string {
  const parameters = rows === 0 ? 'no parameters' : counted(rows * (fanIn + 1), 'parameter');
  return `Gives ${shapeText(shape)}; ${parameters}.`;
}

/** Size and activation of a layer, what it gives, and why some activations are not on offer. */
export function LayerSettings({ layer, isOutput, onRemoved }: LayerSettingsProps) {
  const noteId = useId();
  const loss = useExperiment((state) => state.experiment.loss.kind);
  const [problem, attempt] = useAttempt();
  const { kinds, reason } = activationChoices(isOutput, loss);
  const { spec } = layer;
  const { name, kind, activation } = spec;
  const { note } = activationOf(activation);
  const remove = (): void => {
    if (attempt(removeLayer(name))) onRemoved();
  };
  return (
    <div className={styles.settings}>
      <h3 className={styles.title}>{name}</h3>
      {kind === 'dense' ? null : <p className={styles.note}>{layerKindOf(spec).about}</p>}
      {isOutput && kind === 'dense' ? (
        <p className={styles.note}>{counted(spec.units, 'unit')}: one per target column of the data.</p>
      ) : (
        Object.entries(numbersOf(layer)).map(([field, number]) => (
          <Stepper key={field} layer={name} field={field} number={number} attempt={attempt} />
        ))
      )}
      <p className={styles.note} role="status">
        {shapeNote(layer)}
      </p>
      <Select
        label="Activation"
        value={activation}
        options={kinds.map((one) => ({ value: one, label: activationOf(one).label }))}
        onChange={(one) => attempt(setActivation(name, one))}
        describedBy={noteId}
      />
      <p className={styles.note} id={noteId}>
        {[note, reason].filter(Boolean).join(' ')}
      </p>
      {isOutput ? null : <Button onClick={remove}>Remove {name}</Button>}
      {problem === null ? null : <Message tone="caution">{problem}</Message>}
    </div>
  );
}
