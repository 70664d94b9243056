import { lazy, Suspense } from 'react';
import { Drawer } from './Drawer.tsx';
import { Middle } from './Middle.tsx';
import { experimentPanels, selectionPanels } from './panels.tsx';
import { useLayout } from './useLayout.ts';
import styles from './Workspace.module.css';

const sheet = import('./Sheet.tsx');

const Sheet = lazy(() => sheet);

function ExperimentColumn() {
  return (
    <div className={`${styles.column} ${styles.stack}`} role="region" aria-label="Experiment">
      {experimentPanels.map(({ id, content }) => (
        <div key={id}>{content}</div>
      ))}
    </div>
  );
}

/** The experiment on the left, the matrices in the middle, what is selected on the right; folded when narrower. */
export function Workspace() {
  const layout = useLayout();
  if (layout === 'narrow')
    return (
      <>
        <main className={styles.narrow}>
          <Middle />
        </main>
        <Suspense>
          <Sheet />
        </Suspense>
      </>
    );
  return (
    <main className={styles[layout]}>
      <ExperimentColumn />
      <div className={`${styles.column} ${styles.middle}`}>
        <Middle />
      </div>
      {layout === 'wide' ? (
        <div className={`${styles.column} ${styles.stack}`} role="region" aria-label="Selected">
          {selectionPanels}
        </div>
      ) : (
        <Drawer>{selectionPanels}</Drawer>
      )}
    </main>
  );
}
