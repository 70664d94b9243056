import type { ModelOnPlane } from '../../../workers/protocol.ts';

/** Entries smaller than this beside the largest are rounding of the products. */
const NOTHING = 1e-12;

/** A model's [pᵀAp, pᵀAq, qᵀAq] for reading: what is rounding alone is 0. */
export function shownEntries({ matrix }: Pick<ModelOnPlane, 'matrix'>): ModelOnPlane['matrix'] {
  const least = NOTHING * Math.max(...matrix.map(Math.abs));
  const [pp, pq, qq] = matrix;
  const shown = (entry: number): number => (Math.abs(entry) < least ? 0 : entry);
  return [shown(pp), shown(pq), shown(qq)];
}
