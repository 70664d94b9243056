import { useMemo } from 'react';
import type { StepError } from '../../state/training.ts';
import { useRestedResults } from '../matrices/restedResults.ts';
import { curvePicture, type CurveSize } from './curvePicture.ts';
import type { ErrorCurveProps } from './ErrorCurve.tsx';
import { useExperiment, useTraining } from '../../state/useLab.ts';

/** Without a curve nothing is drawn of them, so that a dragged weight need not render it. */
const NO_POINTS: readonly StepError[] = [];

/** What the error curve draws. */
export function useCurve(size: CurveSize): Omit<ErrorCurveProps, 'invites'> {
  const training = useExperiment((state) => state.experiment.training);
  const { snapshot } = useRestedResults();
  const error = snapshot?.value.error ?? NaN;
  const outerProductError = snapshot?.value.matrices['outer-product']?.relativeError ?? NaN;
  const hasCurve = training.curve.errors.length > 0;
  const outerProduct = useTraining((state) => (hasCurve ? state.outerProduct : NO_POINTS));
  const picture = useMemo(
    () => curvePicture(training, error, outerProduct, size),
    [training, error, outerProduct, size],
  );
  return { picture, size, outerProductError };
}
