import { useMemo } from 'react';
import type { MatrixId } from '../../../engine/curvature/index.ts';
import { useExperiment, useResults } from '../../state/useLab.ts';

/** The matrices on show; when some could not be computed, those that could. */
export function useAvailable(): readonly MatrixId[] {
  const shown = useExperiment((state) => state.experiment.view.matrices);
  const refused = useResults((state) => state.problem !== null);
  const computed = useResults((state) => Object.keys(state.snapshot?.value.matrices ?? {}).join(' '));
  return useMemo(
    () => (refused ? shown.filter((id) => computed.split(' ').includes(id)) : shown),
    [shown, refused, computed],
  );
}
