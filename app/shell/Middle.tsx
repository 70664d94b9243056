import { lazy, Suspense } from 'react';
import { lensIds, type LensId } from '../../engine/experiment/lenses.ts';
import { Segmented } from '../controls/Segmented.tsx';
import { lenses } from '../lenses/index.ts';
import { setLens } from '../state/edits/lens.ts';
import styles from './Middle.module.css';
import { PanelBoundary } from './PanelBoundary.tsx';
import { PanelSpace } from './PanelSpace.tsx';
import { matricesPanel } from './panels.tsx';
import { useExperiment, useLab } from '../state/useLab.ts';

const LensPanel = lazy(() =>
  import('../lenses/LensPanel.tsx').then(({ LensPanel: Panel }) => ({ default: Panel })),
);

const GALLERY = 'matrices';

const views = [
  { value: GALLERY, label: 'Matrices' },
  ...lensIds.map((id) => ({ value: id, label: lenses[id].label, title: lenses[id].about })),
] as const;

/** The gallery of matrices, or a lens in its place: what is not open costs nothing. */
export function Middle() {
  const lab = useLab();
  const lens = useExperiment((state) => state.experiment.view.lens);
  const choose = (value: LensId | typeof GALLERY): void =>
    lab.edit(setLens(value === GALLERY ? null : value));
  return (
    <>
      <div className={styles.views}>
        <Segmented label="View" value={lens ?? GALLERY} options={views} onChange={choose} />
      </div>
      {lens === undefined ? (
        matricesPanel
      ) : (
        <PanelBoundary key={lens} title={lenses[lens].label}>
          <Suspense fallback={<PanelSpace height={400} />}>
            <LensPanel id={lens} />
          </Suspense>
        </PanelBoundary>
      )}
    </>
  );
}
