import { Suspense } from 'react';
import type { LensId } from '../../engine/experiment/lenses.ts';
import { lensSettings, setLensSettings } from '../state/edits/lens.ts';
import { lenses } from './index.ts';
import type { Lens } from './lens.ts';
import styles from './LensPanel.module.css';
import { useDocument } from '../state/useDocument.ts';
import { useLab } from '../state/useLab.ts';

export interface LensPanelProps<K extends LensId> {
  readonly id: K;
}

/** A lens on the experiment on screen, with what it is about. */
export function LensPanel<K extends LensId>({ id }: LensPanelProps<K>) {
  const lab = useLab();
  const experiment = useDocument();
  const { about, section, label, Panel }: Lens<K> = lenses[id];
  const headingId = `lens-${id}`;
  return (
    <section className={styles.panel} aria-labelledby={headingId}>
      <h2 className="visually-hidden" id={headingId}>
        {label}
      </h2>
      <p className={styles.about}>
        {about} <span className={styles.section}>{section}</span>
      </p>
      <Suspense fallback={<p className={styles.loading}>loading…</p>}>
        <Panel
          experiment={experiment}
          settings={lensSettings(experiment.view, id)}
          onSettings={(change, gesture) => lab.edit(setLensSettings(id, change), gesture)}
          onEdit={lab.edit}
        />
      </Suspense>
    </section>
  );
}
