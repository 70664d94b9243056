import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import type { FallbackProps } from 'react-error-boundary';
import { reasonOf } from '../../workers/asError.ts';
import { Button } from '../controls/Button.tsx';
import { Message } from '../controls/Message.tsx';
import styles from './PanelBoundary.module.css';
import { useExperiment } from '../state/useLab.ts';

export interface PanelBoundaryProps {
  readonly title: string;
  readonly children: ReactNode;
}

function Failed({ title, error, resetErrorBoundary }: FallbackProps & { readonly title: string }) {
  const experiment = useExperiment((state) => state.experiment);
  const [failedFor] = useState(experiment);
  useEffect(() => {
    if (experiment !== failedFor) resetErrorBoundary();
  }, [experiment, failedFor, resetErrorBoundary]);
  return (
    <section className={styles.failed} aria-label={title}>
      <Message tone="caution" action={<Button onClick={resetErrorBoundary}>Try again</Button>}>
        {title} could not be drawn. The rest of the page still works, and your experiment is kept.
        <br />
        {reasonOf(error)}
      </Message>
    </section>
  );
}

/** Keeps a failing panel from taking the page with it; a changed experiment is a new try. */
export function PanelBoundary({ title, children }: PanelBoundaryProps) {
  return (
    <ErrorBoundary fallbackRender={(failure) => <Failed {...failure} title={title} />}>
      {children}
    </ErrorBoundary>
  );
}
