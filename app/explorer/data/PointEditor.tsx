import { ChevronLeft, ChevronRight, Trash2 } from 'lucide-react';
import { dataColumns } from '../../../engine/data/batch.ts';
import { LIMITS } from '../../../engine/experiment/limits.ts';
import { IconButton } from '../../controls/IconButton.tsx';
import { NumberField } from '../../controls/NumberField.tsx';
import { batchFor } from '../../state/batch.ts';
import { classesOf } from '../../state/edits/targets.ts';
import { ClassChoice } from './ClassChoice.tsx';
import { LargePicture } from './LargePicture.tsx';
import { isPicture } from './galleryLayout.ts';
import styles from './PointEditor.module.css';
import { inputFields, pointClasses, targetFields } from './pointFields.ts';
import type { MarkId } from './plotData.ts';
import { useExperiment, useLab } from '../../state/useLab.ts';

interface PointEditorProps {
  readonly selected: MarkId;
  readonly onStep: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

/** The numbers of the selected point. */
export function PointEditor({ selected, onStep, onRemove }: PointEditorProps) {
  const lab = useLab();
  const data = useExperiment((state) => state.experiment.data);
  const loss = useExperiment((state) => state.experiment.loss.kind);
  const n = selected.point;
  const { N } = batchFor(data);
  const shape = useExperiment((state) => state.experiment.network.input);
  const image = isPicture(shape);
  const fields = [...(image ? [] : inputFields(data, n)), ...targetFields(data, n, loss)];
  return (
    <div className={styles.editor} role="group" aria-label="Selected point">
      <div className={styles.heading}>
        <span aria-live="polite">
          Point {n + 1} <span className={styles.of}>of {N}</span>
        </span>
        <IconButton
          label="Previous point"
          icon={<ChevronLeft size={16} />}
          tone="quiet"
          onClick={() => onStep(-1)}
        />
        <IconButton
          label="Next point"
          icon={<ChevronRight size={16} />}
          tone="quiet"
          onClick={() => onStep(1)}
        />
        <IconButton label="Remove point" icon={<Trash2 size={16} />} tone="quiet" onClick={onRemove} />
      </div>
      <div className={styles.fields}>
        {image ? <LargePicture shape={shape} point={n} /> : null}
        {fields.map(({ label, value, step, min, change }) => (
          <NumberField
            key={label}
            label={label}
            value={value}
            step={step}
            min={min}
            max={LIMITS.magnitude}
            width={100}
            onCommit={(next) => lab.edit(change(next), `${label} of point ${n}`)}
          />
        ))}
        {pointClasses(data, n).map((choice) => (
          <ClassChoice
            key={choice.output}
            choice={choice}
            columns={dataColumns(data).targets}
            oneHot={classesOf(data) === 'one-hot'}
          />
        ))}
      </div>
    </div>
  );
}
