import { useMemo } from 'react';
import type { RecurrentReply } from '../../../workers/protocol/recurrent.ts';
import styles from '../Models.module.css';
import type { StudyProps } from '../study.ts';
import { subscript } from '../weights/subscript.ts';
import { WeightEditor } from '../weights/WeightEditor.tsx';
import { type GridWeight, WeightGrid } from '../weights/WeightGrid.tsx';
import { selectedOf } from './useRecurrent.ts';

export interface RecurrentWeightsProps extends StudyProps<'recurrent'> {
  readonly reply: RecurrentReply;
}

/** The weights, row by row of where they come from, and the one at hand. */
export function RecurrentWeights({ settings, onSettings, reply: { weights } }: RecurrentWeightsProps) {
  const { changed } = settings;
  const units = Math.round(Math.sqrt(weights.length));
  const names = useMemo(() => Array.from({ length: units }, (_, unit) => String(unit + 1)), [units]);
  const shown = useMemo(
    (): readonly GridWeight[] =>
      Array.from(weights, (value, at) => {
        const [row, column] = [Math.floor(at / units), at % units];
        return {
          ...{ row, column, value },
          name: `from ${row + 1} to ${column + 1}`,
          changed: changed.some(({ from, to }) => from === row && to === column),
        };
      }),
    [weights, units, changed],
  );
  const { from, to } = selectedOf(settings);
  const selected = shown.find(({ row, column }) => row === from && column === to);
  const others = changed.filter((one) => one.from !== from || one.to !== to);
  return (
    <section className={styles.part} aria-label="Weights">
      <h3 className={styles.title}>Weights w, from i to j</h3>
      <WeightGrid
        label="Weights"
        rows={names}
        columns={names}
        corner="i \ j"
        weights={shown}
        selected={selected}
        onSelect={({ row, column }) => onSettings({ selected: { from: row, to: column } })}
      />
      {selected === undefined ? null : (
        <WeightEditor
          weight={selected}
          symbol={`w${subscript(from + 1)}${subscript(to + 1)}`}
          onChange={(value, gesture) => onSettings({ changed: [...others, { from, to, value }] }, gesture)}
          onRestore={() => onSettings({ changed: others })}
          onRestoreAll={() => onSettings({ changed: [] })}
          changes={changed.length}
        />
      )}
      <p className={styles.note}>
        Weights are drawn and multiplied by the gain, but one that was set by hand (dot) stays what it is.
      </p>
    </section>
  );
}
