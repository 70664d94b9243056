import { type ReactNode, Suspense } from 'react';
import { LENS_DEFAULTS, type LensId, lensIds, type LensSettings } from '../../../engine/experiment/lenses.ts';
import type { CellContents } from '../../../engine/notebook/notebook.ts';
import { Select } from '../../controls/Select.tsx';
import { lenses } from '../../lenses/index.ts';
import type { Lens } from '../../lenses/lens.ts';
import { useDocument } from '../../state/useDocument.ts';
import { useLab } from '../../state/useLab.ts';
import type { CellProps } from './cell.ts';
import { Frame } from './Frame.tsx';
import styles from './LensCell.module.css';

const options = lensIds.map((value) => ({ value, label: lenses[value].label }));

/** What a cell holds for a lens that was just chosen. */
const contentFor = (lens: LensId): CellContents['lens'] =>
  ({ lens, settings: LENS_DEFAULTS[lens] }) as CellContents['lens'];

export interface LensFigureProps<K extends LensId> {
  readonly lens: K;
  readonly settings: LensSettings[K];
  readonly onSettings: (change: Partial<LensSettings[K]>, gesture?: string) => void;
}

/** A lens on the experiment at hand. */
export function LensFigure<K extends LensId>({ lens, settings, onSettings }: LensFigureProps<K>): ReactNode {
  const lab = useLab();
  const experiment = useDocument();
  const { Panel }: Lens<K> = lenses[lens];
  return (
    <div className={styles.lens}>
      <Suspense fallback={<p className={styles.loading}>loading…</p>}>
        <Panel experiment={experiment} settings={settings} onSettings={onSettings} onEdit={lab.edit} />
      </Suspense>
    </div>
  );
}

/** A lens in the page, with settings of its own. */
export function LensCell({ cell, editing, onChange }: CellProps<'lens'>) {
  const { lens, settings } = cell;
  return (
    <Frame label={lenses[lens].label}>
      {editing ? (
        <div className={styles.choice}>
          <Select
            label="Lens"
            value={lens}
            options={options}
            onChange={(next) => onChange(contentFor(next))}
          />
        </div>
      ) : null}
      <LensFigure
        key={lens}
        lens={lens}
        settings={settings}
        onSettings={(change, gesture) =>
          onChange({ lens, settings: { ...settings, ...change } } as CellContents['lens'], gesture)
        }
      />
    </Frame>
  );
}
