import { lazy, Suspense } from 'react';
import { Frame } from './Frame.tsx';

const InspectorPanel = lazy(() =>
  import('../../explorer/inspector/InspectorPanel.tsx').then(({ InspectorPanel: Panel }) => ({
    default: Panel,
  })),
);

/** The selected entry, with what makes it. */
export function AnatomyCell() {
  return (
    <Frame label="Anatomy of an entry">
      <Suspense>
        <InspectorPanel />
      </Suspense>
    </Frame>
  );
}
