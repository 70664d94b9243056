import { lazy, Suspense } from 'react';
import type { ReactNode } from 'react';
import { LossPanel } from '../explorer/loss/LossPanel.tsx';
import { MatricesPanel } from '../explorer/matrices/MatricesPanel.tsx';
import { NetworkPanel } from '../explorer/network/NetworkPanel.tsx';
import { ParameterPanel } from '../explorer/network/ParameterPanel.tsx';
import { PanelBoundary } from './PanelBoundary.tsx';
import { PanelSpace } from './PanelSpace.tsx';

/** The matrices and the network are there with the first paint; these follow it, fetched at once. */
const data = import('../explorer/data/DataPanel.tsx');
const training = import('../explorer/training/TrainingPanel.tsx');
const inspector = import('../explorer/inspector/InspectorPanel.tsx');
const direction = import('../explorer/direction/DirectionPanel.tsx');

const DataPanel = lazy(() => data.then(({ DataPanel: Panel }) => ({ default: Panel })));
const TrainingPanel = lazy(() => training.then(({ TrainingPanel: Panel }) => ({ default: Panel })));
const InspectorPanel = lazy(() => inspector.then(({ InspectorPanel: Panel }) => ({ default: Panel })));
const DirectionPanel = lazy(() => direction.then(({ DirectionPanel: Panel }) => ({ default: Panel })));

const panel = (title: string, content: ReactNode, height = 0): ReactNode => (
  <PanelBoundary title={title}>
    <Suspense fallback={<PanelSpace height={height} />}>{content}</Suspense>
  </PanelBoundary>
);

export const matricesPanel = panel('Matrices', <MatricesPanel />);

/** The controls of the experiment: the left column, or the first tabs of the sheet. */
export const experimentPanels = [
  { id: 'data', title: 'Data', content: panel('Data', <DataPanel />, 184) },
  { id: 'network', title: 'Network', content: panel('Network', <NetworkPanel />) },
  { id: 'loss', title: 'Loss', content: panel('Loss', <LossPanel />) },
  { id: 'training', title: 'Training', content: panel('Training', <TrainingPanel />, 220) },
] as const;

/** What is selected: the right column, the drawer, or the last tab. */
export const selectionPanels = (
  <>
    {panel('Entry', <InspectorPanel />, 128)}
    {panel('Selected weight', <ParameterPanel />)}
    {panel('Direction', <DirectionPanel />, 88)}
  </>
);
