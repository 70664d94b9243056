import { Presentation } from 'lucide-react';
import { IconButton } from '../../controls/IconButton.tsx';
import { useNotebook } from '../useNotebook.ts';
import { PRESENT_BUTTON, startPresenting } from './presentation.ts';

/** Starts the slides. */
export function PresentButton() {
  const on = useNotebook();
  return (
    <span id={PRESENT_BUTTON}>
      <IconButton label="Present" icon={<Presentation size={16} />} onClick={() => startPresenting(on)} />
    </span>
  );
}
