import { entryValue } from '../inspector/entryValue.ts';
import { useRestedResults } from '../matrices/restedResults.ts';

/** First and second derivative of E in one parameter, from the last snapshot; NaN where it has none. */
export function useParameterFacts(index: number): { readonly gradient: number; readonly curvature: number } {
  const shown = useRestedResults().snapshot?.value;
  const exact = shown?.matrices.exact;
  return {
    gradient: shown?.gradient[index] ?? NaN,
    curvature: exact === undefined ? NaN : entryValue(exact, { row: index, column: index }),
  };
}
