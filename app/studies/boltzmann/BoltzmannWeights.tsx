import { useMemo } from 'react';
import type { BoltzmannReply } from '../../../workers/protocol/boltzmann.ts';
import styles from '../Models.module.css';
import type { StudyProps } from '../study.ts';
import { WeightEditor } from '../weights/WeightEditor.tsx';
import { type GridWeight, WeightGrid } from '../weights/WeightGrid.tsx';
import { pairsOf, unitNames } from './unitNames.ts';
import { selectedOf } from './useBoltzmann.ts';

export interface BoltzmannWeightsProps extends StudyProps<'boltzmann'> {
  readonly reply: BoltzmannReply;
}

/** The weights of all pairs, and the one at hand. */
export function BoltzmannWeights({ settings, onSettings, reply }: BoltzmannWeightsProps) {
  const { changed, visible } = settings;
  const { weights, units } = reply;
  const names = useMemo(() => unitNames(units, visible), [units, visible]);
  const shown = useMemo(
    (): readonly GridWeight[] =>
      pairsOf(units).map(({ i, j }, q) => ({
        row: i,
        column: j - 1,
        value: weights[q] ?? 0,
        name: `${i === 0 ? 'bias' : (names[i] ?? '')} ${names[j] ?? ''}`,
        changed: changed.some((one) => Math.min(one.i, one.j) === i && Math.max(one.i, one.j) === j),
      })),
    [weights, units, names, changed],
  );
  const { i, j } = selectedOf(settings);
  const selected = shown.find(({ row, column }) => row === i && column === j - 1);
  const others = changed.filter((one) => Math.min(one.i, one.j) !== i || Math.max(one.i, one.j) !== j);
  return (
    <section className={styles.part} aria-label="Weights">
      <h3 className={styles.title}>Weights w of pairs</h3>
      <WeightGrid
        label="Weights"
        rows={names.slice(0, -1)}
        columns={names.slice(1)}
        corner=""
        weights={shown}
        selected={selected}
        onSelect={({ row, column }) => onSettings({ selected: { i: row, j: column + 1 } })}
      />
      {selected === undefined ? null : (
        <WeightEditor
          weight={selected}
          symbol={`w of ${names[i] ?? ''} ${names[j] ?? ''}`}
          onChange={(value, gesture) => onSettings({ changed: [...others, { i, j, value }] }, gesture)}
          onRestore={() => onSettings({ changed: others })}
          onRestoreAll={() => onSettings({ changed: [] })}
          changes={changed.length}
        />
      )}
      <p className={styles.note}>
        The first row are the biases, weights to a unit that is always on. The energy is Σ s s w: a weight
        above 0 keeps two units from being on together.
      </p>
    </section>
  );
}
