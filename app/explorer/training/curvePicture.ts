import { scaleLinear, scaleLog } from 'd3-scale';
import { line } from 'd3-shape';
import type { TrainingSpec } from '../../../engine/experiment/document.ts';
import type { StepError } from '../../state/training.ts';

/** A logarithmic axis from this ratio of largest to smallest error on. */
const LOG_FROM = 10;

export interface CurveSize {
  readonly width: number;
  readonly height: number;
}

export interface CurvePicture {
  /** SVG paths of the error and of the outer product's distance from the exact Hessian. */
  readonly error: string;
  readonly outerProduct: string;
  /** Ends of the axis of the error, and of the steps. */
  readonly largest: number;
  readonly smallest: number;
  readonly lastStep: number;
  readonly logarithmic: boolean;
  /** Where the run stands; the curve goes on beyond it after a look back. */
  readonly end: { readonly x: number; readonly y: number } | null;
}

type Point = readonly [step: number, value: number];

const errorPoints = ({ curve, step }: TrainingSpec, error: number): Point[] => {
  const points = curve.errors.map((value, k): Point => [k * curve.stride, value]);
  const last = points.at(-1);
  if (last !== undefined && last[0] < step && Number.isFinite(error)) points.push([step, error]);
  return points;
};

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/**
 * The error curve and, on an axis of its own that begins at 0, how far the outer product is from the exact
 * Hessian. Null before the first step.
 */
export function curvePicture(
  training: TrainingSpec,
  error: number,
  outerProduct: readonly StepError[],
  { width, height }: CurveSize,
): CurvePicture | null {
  const points = errorPoints(training, error);
  const last = points.at(-1);
  if (points.length < 2 || last === undefined) return null;
  const values = points.map(([, value]) => value);
  const largest = Math.max(...values);
  const smallest = Math.min(...values);
  const logarithmic = smallest > 0 && largest / smallest > LOG_FROM;
  const lastStep = last[0];
  const here = lastStep > training.step ? clamp(error, smallest, largest) : last[1];
  const x = scaleLinear([0, lastStep], [0, width]);
  const axis = logarithmic ? scaleLog : scaleLinear;
  const y = axis([smallest, largest === smallest ? largest + 1 : largest], [height, 0]);
  const distances = outerProduct.filter(({ step }) => step <= lastStep);
  const farthest = Math.max(0, ...distances.map(({ relativeError }) => relativeError));
  const distance = scaleLinear([0, farthest || 1], [height, 0]);
  return {
    error:
      line<Point>(
        ([step]) => x(step),
        ([, value]) => y(value),
      )(points) ?? '',
    outerProduct:
      line<StepError>(
        ({ step }) => x(step),
        ({ relativeError }) => distance(relativeError),
      )(distances) ?? '',
    largest,
    smallest,
    lastStep,
    logarithmic,
    end: Number.isNaN(here) ? null : { x: x(Math.min(lastStep, training.step)), y: y(here) },
  };
}
