import { lazy } from 'react';

/** What the panel's buttons open: fetched with the page, drawn when opened. */
const settings = import('./LayerSettings.tsx');
const adding = import('./AddLayer.tsx');
const connections = import('./ConnectionGrid.tsx');
const initialising = import('./InitialiseForm.tsx');

export const LayerSettings = lazy(() => settings.then(({ LayerSettings: Part }) => ({ default: Part })));
export const AddLayer = lazy(() => adding.then(({ AddLayer: Part }) => ({ default: Part })));
export const ConnectionGrid = lazy(() => connections.then(({ ConnectionGrid: Part }) => ({ default: Part })));
export const InitialiseForm = lazy(() =>
  initialising.then(({ InitialiseForm: Part }) => ({ default: Part })),
);
