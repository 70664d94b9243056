import { useMemo } from 'react';
import { tooLargeFor } from '../../compute/tooLarge.ts';
import { useExperiment } from '../../state/experiment.ts';
import { useResults } from '../../state/results.ts';
import { useTraining, type Ending } from '../../state/training.ts';
import { curvePicture, type CurvePicture, type CurveSize } from './curvePicture.ts';

/** Everything the training panel draws. */
export interface Run {
  readonly playing: boolean;
  readonly ending: Ending | null;
  readonly step: number;
  /** E of the weights on screen; NaN until it is known. */
  readonly error: number;
  readonly outerProductError: number;
  readonly tooLarge: string | null;
  readonly picture: CurvePicture | null;
}

export function useRun(size: CurveSize): Run {
  const training = useExperiment((state) => state.experiment.training);
  const parameters = useExperiment((state) => state.experiment.parameters);
  const snapshot = useResults((state) => state.snapshot?.value);
  const { playing, ending, outerProduct } = useTraining();
  const error = snapshot?.error ?? NaN;
  const picture = useMemo(
    () => curvePicture(training, error, outerProduct, size),
    [training, error, outerProduct, size],
  );
  return {
    playing,
    ending,
    step: training.step,
    error,
    outerProductError: snapshot?.matrices['outer-product']?.relativeError ?? NaN,
    tooLarge: tooLargeFor({ training, parameters }),
    picture,
  };
}
