import type { ReactNode } from 'react';
import { DataPanel } from '../explorer/data/DataPanel.tsx';
import { DirectionPanel } from '../explorer/direction/DirectionPanel.tsx';
import { InspectorPanel } from '../explorer/inspector/InspectorPanel.tsx';
import { LossPanel } from '../explorer/loss/LossPanel.tsx';
import { MatricesPanel } from '../explorer/matrices/MatricesPanel.tsx';
import { NetworkPanel } from '../explorer/network/NetworkPanel.tsx';
import { ParameterPanel } from '../explorer/network/ParameterPanel.tsx';
import { TrainingPanel } from '../explorer/training/TrainingPanel.tsx';
import { PanelBoundary } from './PanelBoundary.tsx';

const panel = (title: string, content: ReactNode): ReactNode => (
  <PanelBoundary title={title}>{content}</PanelBoundary>
);

export const matricesPanel = panel('Matrices', <MatricesPanel />);

/** The controls of the experiment: the left column, or the first tabs of the sheet. */
export const experimentPanels = [
  { id: 'data', title: 'Data', content: panel('Data', <DataPanel />) },
  { id: 'network', title: 'Network', content: panel('Network', <NetworkPanel />) },
  { id: 'loss', title: 'Loss', content: panel('Loss', <LossPanel />) },
  { id: 'training', title: 'Training', content: panel('Training', <TrainingPanel />) },
] as const;

/** What is selected: the right column, the drawer, or the last tab. */
export const selectionPanels = (
  <>
    {panel('Entry', <InspectorPanel />)}
    {panel('Selected weight', <ParameterPanel />)}
    {panel('Direction', <DirectionPanel />)}
  </>
);
