import { useState } from 'react';
import type { Experiment } from '../../engine/experiment/document.ts';

/** The document, the very same object for as long as it is the same in what matters: what is made of it is kept, too. */
export function useKept(experiment: Experiment, same: (a: Experiment, b: Experiment) => boolean): Experiment {
  const [kept, setKept] = useState(experiment);
  const stays = kept === experiment || same(kept, experiment);
  if (!stays) setKept(experiment);
  return stays ? kept : experiment;
}
