import type { Workspace } from '../curvature/workspace.ts';
import type { LensSettings } from '../experiment/lenses.ts';
import { gradientOf } from '../products/gradient.ts';
import { rProduct } from '../products/hessianVector.ts';
import { lanczosTop } from '../spectrum/lanczos.ts';

/** Which plane through w: two parameters, or two eigenvectors of H by rank from 0, those of largest |λ| first. */
export type AxesSpec = Pick<LensSettings['surface'], 'axes' | 'first' | 'second'>;

/** Two unit vectors at right angles, [W] each. */
export interface Axes {
  readonly p: Float64Array;
  readonly q: Float64Array;
}

const LANCZOS_STEPS = 120;
/** Of the largest |λ|: directions right to about its root over the gap, far below a line's width. */
const LANCZOS_TOLERANCE = 1e-9;

/**
 * The axes of a plane. Of an eigenvector the largest component is positive.
 * @throws `internal: axes out of range: 40`, `needs finite products with H, an entry is: NaN`
 */
export function axesOf(workspace: Workspace, { axes, first, second }: AxesSpec): Axes {
  const { W } = workspace.topology;
  for (const index of [first, second])
    if (!(index >= 0 && index < W)) throw new Error(`internal: axes out of range: ${index}`);
  if (axes === 'weights') return { p: unit(W, first), q: unit(W, second) };
  const vectors = eigenvectors(workspace, Math.max(first, second) + 1);
  return { p: vectors[first], q: vectors[second] };
}

function unit(W: number, index: number): Float64Array {
  const e = new Float64Array(W);
  e[index] = 1;
  return e;
}

/** Unit eigenvectors of H to the `count` largest |λ|, by Lanczos on R{backprop} products. O(k N W + k² W). */
function eigenvectors(workspace: Workspace, count: number): readonly Float64Array[] {
  const bad = rProduct(workspace, gradientOf(workspace)).find((entry) => !Number.isFinite(entry));
  if (bad !== undefined) throw new Error(`needs finite products with H, an entry is: ${bad}`);
  const { W } = workspace.topology;
  const apply = (v: Float64Array): Float64Array => rProduct(workspace, v);
  return lanczosTop(apply, W, count, LANCZOS_STEPS, LANCZOS_TOLERANCE).map(({ vector }) => {
    const top = vector.reduce((best, entry) => (Math.abs(entry) > Math.abs(best) ? entry : best), 0);
    return top < 0 ? vector.map((entry) => -entry) : vector;
  });
}
