import type { ReactNode } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import type { FallbackProps } from 'react-error-boundary';
import type { Cell } from '../../engine/notebook/notebook.ts';
import { reasonOf } from '../../workers/asError.ts';
import { Button } from '../controls/Button.tsx';
import { Message } from '../controls/Message.tsx';
import { cellKinds } from './cells/index.ts';

export interface CellBoundaryProps {
  readonly cell: Cell;
  readonly children: ReactNode;
}

/** Keeps a failing cell from taking the notebook with it; a changed cell is a new try. */
export function CellBoundary({ cell, children }: CellBoundaryProps) {
  const { label } = cellKinds[cell.kind];
  const failed = ({ error, resetErrorBoundary }: FallbackProps): ReactNode => (
    <Message tone="caution" action={<Button onClick={resetErrorBoundary}>Try again</Button>}>
      This cell ({label}) could not be drawn; what it holds is kept. {reasonOf(error)}
    </Message>
  );
  return (
    <ErrorBoundary fallbackRender={failed} resetKeys={[cell]}>
      {children}
    </ErrorBoundary>
  );
}
