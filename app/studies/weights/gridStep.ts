/** Where something stands in a grid that may have gaps. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** How a key goes: within the row or the column, by its neighbour there or to the end. */
const ways: Readonly<Record<string, { along: 'row' | 'column'; to: 'next' | 'before' | 'first' | 'last' }>> =
  {
    ArrowLeft: { along: 'row', to: 'before' },
    ArrowRight: { along: 'row', to: 'next' },
    ArrowUp: { along: 'column', to: 'before' },
    ArrowDown: { along: 'column', to: 'next' },
    Home: { along: 'row', to: 'first' },
    End: { along: 'row', to: 'last' },
  };

/**
 * The place to which a key goes from another, over gaps and not beyond the ends; null where the key goes nowhere.
 * With Ctrl, Home and End are those of the whole grid.
 */
export function gridStep<P extends Place>(
  places: readonly P[],
  from: Place,
  { key, ctrlKey }: { readonly key: string; readonly ctrlKey: boolean },
): P | null {
  const way = ways[key];
  const toEnd = key === 'Home' || key === 'End';
  if (way === undefined || (ctrlKey && !toEnd)) return null;
  const isLine = ({ row, column }: Place): boolean =>
    ctrlKey || (way.along === 'row' ? row === from.row : column === from.column);
  const order = (a: Place, b: Place): number => a.row - b.row || a.column - b.column;
  const line = places.filter(isLine).sort(order);
  switch (way.to) {
    case 'first':
      return line[0] ?? null;
    case 'last':
      return line.at(-1) ?? null;
    case 'before':
      return line.findLast((place) => order(place, from) < 0) ?? null;
    case 'next':
      return line.find((place) => order(place, from) > 0) ?? null;
  }
}
