import { lazy, type ReactNode, Suspense } from 'react';
import { Drawer } from './Drawer.tsx';
import { Middle } from './Middle.tsx';
import { experimentPanels, selectionPanels } from './panels.tsx';
import { useLayout } from './useLayout.ts';
import styles from './Workspace.module.css';

const sheet = import('./Sheet.tsx');

const Sheet = lazy(() => sheet);

interface ColumnProps {
  readonly className: string | undefined;
  /** Names the region that the column is, if it is one. */
  readonly label?: string;
  readonly children: ReactNode;
}

function Column({ className, label, children }: ColumnProps) {
  const region = label === undefined ? {} : { role: 'region', 'aria-label': label };
  return (
    <div className={styles.place}>
      <div className={`${styles.column} ${className}`} {...region}>
        {children}
      </div>
    </div>
  );
}

function ExperimentColumn() {
  return (
    <Column className={styles.stack} label="Experiment">
      {experimentPanels.map(({ id, content }) => (
        <div key={id}>{content}</div>
      ))}
    </Column>
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
      <Column className={styles.middle}>
        <Middle />
      </Column>
      {layout === 'wide' ? (
        <Column className={styles.stack} label="Selected">
          {selectionPanels}
        </Column>
      ) : (
        <Drawer>{selectionPanels}</Drawer>
      )}
    </main>
  );
}
