import { Maximize2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { Button } from '../controls/Button.tsx';
import { IconButton } from '../controls/IconButton.tsx';
import { Message } from '../controls/Message.tsx';
import { ChartView } from './figure/ChartView.tsx';
import { Legend } from './figure/Legend.tsx';
import { legendOf } from './figure/legend.ts';
import type { FigureLayout } from './figure/spec.ts';
import styles from './Figure.module.css';
import type { FigureProps } from './figureProps.ts';

const Enlarged = lazy(() => import('./EnlargedFigure.tsx'));

const failed = ({ resetErrorBoundary }: { readonly resetErrorBoundary: () => void }) => (
  <Message tone="caution" action={<Button onClick={resetErrorBoundary}>Try again</Button>}>
    This figure could not be drawn; its numbers stand beside it.
  </Message>
);

/** Share of the height that the plot keeps when a legend takes several lines. */
const LEAST_PLOT = 0.74;
/** Lower figures are too small to hold a button. */
const LEAST_ENLARGED = 240;
const none: FigureLayout = {};

/** A plot to be read: axes and tips, drawn at once; enlarged, plotly.js adds zoom. */
export function Figure(props: FigureProps) {
  const { height = 320, traces, layout = none } = props;
  const [isLarge, setLarge] = useState(false);
  const legend = <Legend entries={legendOf(traces, layout)} />;
  const isAbove = (layout.legend?.y ?? 0) > 0.5;
  return (
    <div className={styles.figure} style={{ minHeight: height }}>
      <ErrorBoundary fallbackRender={failed} resetKeys={[traces, layout]}>
        {isAbove ? legend : null}
        <div className={styles.plot} style={{ minHeight: LEAST_PLOT * height }}>
          <ChartView {...props} />
        </div>
        {isAbove ? null : legend}
      </ErrorBoundary>
      {height < LEAST_ENLARGED ? null : (
        <div className={styles.enlarge}>
          <IconButton
            label="Enlarge the figure"
            icon={<Maximize2 size={14} />}
            tone="quiet"
            onClick={() => setLarge(true)}
          />
        </div>
      )}
      {isLarge ? (
        <Suspense fallback={null}>
          <Enlarged {...props} onClose={() => setLarge(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}
