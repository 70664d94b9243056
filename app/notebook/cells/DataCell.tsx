import { lazy, Suspense } from 'react';
import { Frame } from './Frame.tsx';

const DataPanel = lazy(() =>
  import('../../explorer/data/DataPanel.tsx').then(({ DataPanel: Panel }) => ({ default: Panel })),
);

/** The data, and what the network makes of them. */
export function DataCell() {
  return (
    <Frame label="Data and fit">
      <Suspense>
        <DataPanel />
      </Suspense>
    </Frame>
  );
}
