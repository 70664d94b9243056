import { lazy, Suspense } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { Button } from '../controls/Button.tsx';
import { Message } from '../controls/Message.tsx';
import styles from './Figure.module.css';

/** A point of a figure that was clicked. */
export interface FigurePoint {
  readonly trace: number;
  readonly point: number;
  readonly x: number;
  readonly y: number;
}

export interface FigureProps {
  /** plotly.js traces; colours from `useInk`. */
  readonly traces: readonly object[];
  /** Laid over the house's layout. */
  readonly layout?: object;
  /** What the figure says, in one sentence, read aloud in its place. */
  readonly label: string;
  /** Pixels. */
  readonly height?: number;
  readonly onPoint?: (point: FigurePoint) => void;
}

const Drawn = lazy(() => import('./DrawnFigure.tsx'));

const failed = ({ resetErrorBoundary }: { readonly resetErrorBoundary: () => void }) => (
  <Message tone="caution" action={<Button onClick={resetErrorBoundary}>Try again</Button>}>
    This figure could not be drawn; its numbers stand beside it.
  </Message>
);

/** A plot to be read: axes, zoom, tips. The library comes with the first one. */
export function Figure(props: FigureProps) {
  const { height = 320 } = props;
  return (
    <div className={styles.figure} style={{ height }}>
      <ErrorBoundary fallbackRender={failed}>
        <Suspense fallback={<p className={styles.loading}>loading the figure…</p>}>
          <Drawn {...props} />
        </Suspense>
      </ErrorBoundary>
    </div>
  );
}
