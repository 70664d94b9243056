import { useMemo } from 'react';
import { useExperiment } from '../../state/experiment.ts';
import { useResults } from '../../state/results.ts';
import { useTraining } from '../../state/training.ts';
import { curvePicture, type CurveSize } from './curvePicture.ts';
import type { ErrorCurveProps } from './ErrorCurve.tsx';

/** What the error curve draws. */
export function useCurve(size: CurveSize): ErrorCurveProps {
  const training = useExperiment((state) => state.experiment.training);
  const error = useResults((state) => state.snapshot?.value.error ?? NaN);
  const outerProductError = useResults(
    (state) => state.snapshot?.value.matrices['outer-product']?.relativeError ?? NaN,
  );
  const outerProduct = useTraining((state) => state.outerProduct);
  const picture = useMemo(
    () => curvePicture(training, error, outerProduct, size),
    [training, error, outerProduct, size],
  );
  return { picture, size, outerProductError };
}
