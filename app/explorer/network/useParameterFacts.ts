import type { Snapshot } from '../../../workers/protocol.ts';
import { useResults } from '../../state/results.ts';

function diagonalEntry({ matrices }: Snapshot, index: number): number {
  const exact = matrices.exact;
  if (exact === undefined) return Number.NaN;
  const W = Math.round(Math.sqrt(exact.values.length));
  return exact.values[index * W + index] ?? Number.NaN;
}

/** First and second derivative of E in one parameter, from the last snapshot; NaN where it has none. */
export function useParameterFacts(index: number): { readonly gradient: number; readonly curvature: number } {
  const gradient = useResults((state) => state.snapshot?.value.gradient[index] ?? Number.NaN);
  const curvature = useResults((state) =>
    state.snapshot === null ? Number.NaN : diagonalEntry(state.snapshot.value, index),
  );
  return { gradient, curvature };
}
