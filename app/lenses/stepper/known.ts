import type { Quantity, Trace } from '../../../workers/protocol.ts';

export type UnitQuantity = Exclude<Quantity, 'product'>;

/** The six numbers of a unit, row by row. */
export const unitRows = [
  ['a', 'Ra'],
  ['z', 'Rz'],
  ['delta', 'Rdelta'],
] as const satisfies readonly (readonly [UnitQuantity, UnitQuantity])[];

/** Every number of every unit, and the number of the step that found it. */
export interface Known {
  readonly value: (quantity: UnitQuantity, unit: number) => number;
  /** Steps that must be taken before it is known; Infinity when it is never needed. */
  readonly from: (quantity: UnitQuantity, unit: number) => number;
}

/** Inputs are known from the start, and do not change along v. */
export function knownOf({ steps, inputs }: Trace): Known {
  const found = new Map<string, { readonly value: number; readonly from: number }>();
  const key = (quantity: Quantity, unit: number): string => `${quantity} ${unit}`;
  inputs.forEach((x, unit) => {
    found.set(key('z', unit), { value: x, from: 0 });
    found.set(key('Rz', unit), { value: 0, from: 0 });
  });
  steps.forEach(({ quantity, unit, values: [value = NaN] }, at) =>
    found.set(key(quantity, unit), { value, from: at + 1 }),
  );
  return {
    value: (quantity, unit) => found.get(key(quantity, unit))?.value ?? NaN,
    from: (quantity, unit) => found.get(key(quantity, unit))?.from ?? Infinity,
  };
}
