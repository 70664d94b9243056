import { NumberField } from '../../controls/NumberField.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { classColour } from './classColours.ts';
import styles from './PointEditor.module.css';
import { markShapes } from './markPaths.ts';
import { MarkSign } from './MarkSign.tsx';
import { columnName, type PointClass } from './pointFields.ts';
import { useLab } from '../../state/useLab.ts';

/** More classes than this are typed, not picked. */
const MOST_BUTTONS = 5;

interface ClassChoiceProps {
  readonly choice: PointClass;
  readonly columns: number;
  /** Classes of their own columns; else a target of 0 or 1. */
  readonly oneHot: boolean;
}

/** Picks the class of the selected point. */
export function ClassChoice({ choice, columns, oneHot }: ClassChoiceProps) {
  const lab = useLab();
  const { output, value, values, change } = choice;
  const label = oneHot ? 'Class' : columnName('t', output, columns);
  if (values.length > MOST_BUTTONS)
    return (
      <NumberField
        label={label}
        value={value + 1}
        min={1}
        max={values.length}
        integer
        width={56}
        onCommit={(next) => lab.edit(change(next - 1))}
      />
    );
  return (
    <span className={styles.choice}>
      <span aria-hidden>{label}</span>
      <Segmented
        label={label}
        value={String(value)}
        options={values.map((one) => {
          const group = oneHot ? one : 1 - one;
          return {
            value: String(one),
            label: (
              <>
                <MarkSign
                  shape={markShapes[group % markShapes.length] ?? 'circle'}
                  colour={classColour(group)}
                />
                {oneHot ? one + 1 : one}
              </>
            ),
          };
        })}
        onChange={(next) => lab.edit(change(Number(next)))}
      />
    </span>
  );
}
