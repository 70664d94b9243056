import type { ReactNode } from 'react';
import { PanelBoundary } from './PanelBoundary.tsx';

const panel = (title: string, content: ReactNode): ReactNode => (
  <PanelBoundary title={title}>{content}</PanelBoundary>
);

export const matricesPanel = panel('Matrices', null);

/** The controls of the experiment: the left column, or the first tabs of the sheet. */
export const experimentPanels = [
  { id: 'data', title: 'Data', content: panel('Data', null) },
  { id: 'network', title: 'Network', content: panel('Network', null) },
  { id: 'loss', title: 'Loss', content: panel('Loss', null) },
  { id: 'training', title: 'Training', content: panel('Training', null) },
] as const;

/** What is selected: the right column, the drawer, or the last tab. */
export const selectionPanels = (
  <>
    {panel('Entry', null)}
    {panel('Selected weight', null)}
    {panel('Direction', null)}
  </>
);
