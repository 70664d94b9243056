import { batchFor } from '../../state/batch.ts';
import { useExperiment } from '../../state/useLab.ts';

/** The pattern whose numbers are on show in an entry's anatomy or in R{backprop}; null while neither is. */
export const useLookedAt = (): number | null =>
  useExperiment(({ experiment: { view, data } }) =>
    view.anatomy === true || view.lens === 'stepper'
      ? Math.min(view.pattern ?? 0, batchFor(data).N - 1)
      : null,
  );
