import { lazy, type ReactNode, Suspense } from 'react';
import { type ExperimentPanelId, experimentPanelIds } from '../../../engine/notebook/notebook.ts';
import { Button } from '../../controls/Button.tsx';
import { LossPanel } from '../../explorer/loss/LossPanel.tsx';
import { NetworkPanel } from '../../explorer/network/NetworkPanel.tsx';
import { openInExplorer } from '../openInExplorer.ts';
import { useLab } from '../../state/useLab.ts';
import type { CellProps } from './cell.ts';
import styles from './ExperimentCell.module.css';
import { Frame } from './Frame.tsx';

const DataPanel = lazy(() =>
  import('../../explorer/data/DataPanel.tsx').then(({ DataPanel: Panel }) => ({ default: Panel })),
);
const TrainingPanel = lazy(() =>
  import('../../explorer/training/TrainingPanel.tsx').then(({ TrainingPanel: Panel }) => ({
    default: Panel,
  })),
);

const panels = {
  data: { label: 'Data', Panel: DataPanel },
  network: { label: 'Network', Panel: NetworkPanel },
  loss: { label: 'Loss', Panel: LossPanel },
  training: { label: 'Training', Panel: TrainingPanel },
} satisfies Record<ExperimentPanelId, unknown>;

function PanelChoice({ cell: { panels: shown }, onChange }: CellProps<'experiment'>) {
  const toggle = (id: ExperimentPanelId): void => {
    const wanted = experimentPanelIds.filter((one) => (one === id) !== shown.includes(one));
    onChange({ panels: wanted });
  };
  return (
    <fieldset className={styles.choice}>
      <legend>Panels in the page</legend>
      {experimentPanelIds.map((id) => (
        <label key={id}>
          <input type="checkbox" checked={shown.includes(id)} onChange={() => toggle(id)} />
          {panels[id].label}
        </label>
      ))}
    </fieldset>
  );
}

/** The experiment that the figures below follow: those of its panels that the page wants. */
export function ExperimentCell(props: CellProps<'experiment'>): ReactNode {
  const { cell, editing } = props;
  const lab = useLab();
  const { title } = cell.experiment;
  return (
    <Frame label={title === '' ? 'Experiment' : `Experiment: ${title}`}>
      <div className={styles.heading}>
        <span className={styles.title}>{title === '' ? 'Experiment' : title}</span>
        <Button tone="quiet" onClick={() => openInExplorer(lab)}>
          Open in explorer
        </Button>
      </div>
      <div className={styles.panels}>
        {cell.panels.map((id) => {
          const { Panel } = panels[id];
          return (
            <Suspense key={id} fallback={<div className={styles.waiting} aria-busy />}>
              <Panel />
            </Suspense>
          );
        })}
      </div>
      {editing ? <PanelChoice {...props} /> : null}
    </Frame>
  );
}
