import type { ReactNode } from 'react';
import type { Experiment } from '../../../engine/experiment/document.ts';
import { Button } from '../../controls/Button.tsx';
import { Message } from '../../controls/Message.tsx';
import type { Edit } from '../../state/experiment.ts';
import { useMinimum } from './useMinimum.ts';

export interface MinimumNoteProps {
  readonly experiment: Experiment;
  readonly onEdit: (change: Edit) => void;
  /** What not being at a minimum costs here. */
  readonly children: ReactNode;
}

/** That the weights are not at a minimum, and the button that takes them there. */
export function MinimumNote({ experiment, onEdit, children }: MinimumNoteProps) {
  const { running, problem, train, cancel } = useMinimum(experiment, onEdit);
  return (
    <Message
      tone="info"
      action={
        running ? <Button onClick={cancel}>Cancel</Button> : <Button onClick={train}>Train to rest</Button>
      }
    >
      {children}
      {problem === null ? null : ` Training failed: ${problem}.`}
    </Message>
  );
}
