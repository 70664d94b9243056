import { useMemo } from 'react';
import type { Experiment } from '../../engine/experiment/document.ts';
import { withSelection } from './documentToSave.ts';
import { useExperiment, useSelection } from './useLab.ts';

/** The document of the lab at hand with what is selected in it now. */
export function useDocument(): Experiment {
  const experiment = useExperiment((state) => state.experiment);
  const entry = useSelection((state) => state.entry);
  const parameter = useSelection((state) => state.parameter);
  return useMemo(() => withSelection(experiment, { entry, parameter }), [experiment, entry, parameter]);
}
