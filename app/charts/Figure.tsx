import { lazy, Suspense } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { Button } from '../controls/Button.tsx';
import { Message } from '../controls/Message.tsx';
import styles from './Figure.module.css';
import type { FigureProps } from './figureProps.ts';

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
