import { methods } from './methods.ts';
import { grownMethods, type GrownMethod, type GrowthPoint } from './growth.ts';
import { largerHalf, powerLaw, type PowerLaw } from './slope.ts';

/** One method's curve over W, and the powers fitted to it. */
export interface GrowthFit {
  readonly method: GrownMethod;
  readonly label: string;
  readonly cost: string;
  /** In the order of W. */
  readonly points: readonly GrowthPoint[];
  /** Of times and of operation counts, over the larger half of the sizes; null for too few of them. */
  readonly time: PowerLaw | null;
  readonly operations: PowerLaw | null;
}

/** R-columns and the fast path are both exact: told apart by name. */
const names: Partial<Record<GrownMethod, string>> = {
  exact: 'Exact, fast',
  'exact-r-columns': 'Exact, R-columns',
};

/** Every method's curve and fits; those without a point are there too. */
export const fitsOf = (all: readonly GrowthPoint[]): readonly GrowthFit[] =>
  grownMethods.map((method) => {
    const points = all.filter((point) => point.method === method).toSorted((a, b) => a.W - b.W);
    const fitted = largerHalf(points);
    const text = methods.find((entry) => entry.method === method);
    return {
      method,
      label: names[method] ?? text?.label ?? method,
      cost: text?.cost ?? '',
      points,
      time: powerLaw(fitted.map(({ W, milliseconds }) => [W, milliseconds])),
      operations: powerLaw(fitted.map(({ W, operations }) => [W, operations])),
    };
  });
