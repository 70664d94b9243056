import { useResults } from '../../state/results.ts';
import { entryValue } from '../inspector/entryValue.ts';

/** First and second derivative of E in one parameter, from the last snapshot; NaN where it has none. */
export function useParameterFacts(index: number): { readonly gradient: number; readonly curvature: number } {
  const gradient = useResults((state) => state.snapshot?.value.gradient[index] ?? Number.NaN);
  const curvature = useResults((state) => {
    const exact = state.snapshot?.value.matrices.exact;
    return exact === undefined ? Number.NaN : entryValue(exact, { row: index, column: index });
  });
  return { gradient, curvature };
}
