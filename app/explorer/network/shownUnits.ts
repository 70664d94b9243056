/** One row of a layer's column: a unit, or the place of units that are not drawn. */
export type Row =
  | { readonly kind: 'unit'; readonly unit: number }
  | { readonly kind: 'gap'; readonly first: number; readonly count: number };

/** Which units of a layer are drawn: all up to `most`, else the first ones, the last, and those in `focus`. */
export function shownUnits(units: number, most: number, focus: readonly number[]): Row[] {
  const rows: Row[] = [];
  const isShown = (unit: number): boolean =>
    units <= most || unit < most - 2 || unit === units - 1 || focus.includes(unit);
  for (let unit = 0; unit < units; unit++) {
    const last = rows.at(-1);
    if (isShown(unit)) rows.push({ kind: 'unit', unit });
    else if (last?.kind === 'gap') rows[rows.length - 1] = { ...last, count: last.count + 1 };
    else rows.push({ kind: 'gap', first: unit, count: 1 });
  }
  return rows;
}
