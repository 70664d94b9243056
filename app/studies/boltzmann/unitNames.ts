import { subscript } from '../weights/subscript.ts';

/** `1` for the unit that is always on, v₁, v₂, … for the visible and h₁, … for the hidden ones. */
export function unitNames(units: number, visible: number): readonly string[] {
  return Array.from({ length: units }, (_, unit) => {
    if (unit === 0) return '1';
    return unit <= visible ? `v${subscript(unit)}` : `h${subscript(unit - visible)}`;
  });
}

/** All pairs i < j in the order of the weights. */
export const pairsOf = (units: number): readonly { readonly i: number; readonly j: number }[] =>
  Array.from({ length: units }, (_, i) =>
    Array.from({ length: units - i - 1 }, (__, k) => ({ i, j: i + k + 1 })),
  ).flat();
