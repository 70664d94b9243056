import type { FactorName, Phase, Quantity, Step, Terms } from './step.ts';

/** Multiplications and additions of one step. */
export interface Operations {
  readonly gradient: number;
  readonly r: number;
}

/** `Σ_q f_1q f_2q …` behind factors that stand before the sum. */
export function terms(
  names: readonly FactorName[],
  rows: readonly (readonly [unit: number, ...factors: number[]])[],
  before: Terms['before'] = [],
): Terms {
  return {
    before,
    names,
    units: rows.map(([unit]) => unit),
    values: rows.flatMap(([, ...factors]) => factors),
  };
}

/** The product of the factors of term q, those before the sum included. */
export function termOf({ before, names, values }: Terms, q: number): number {
  let product = 1;
  for (const { value } of before) product *= value;
  for (let f = 0; f < names.length; f++) product *= values[q * names.length + f];
  return product;
}

/** The sum of all terms, factors before a sum multiplied once. */
export function sumOf(all: readonly Terms[]): number {
  let total = 0;
  for (const { before, names, units, values } of all) {
    let sum = 0;
    for (let q = 0; q < units.length; q++) sum += termOf({ before: [], names, units, values }, q);
    for (const { value } of before) sum *= value;
    total += sum;
  }
  return total;
}

/** Writes steps down and keeps count. */
export class Recorder {
  readonly steps: Step[] = [];
  #gradient = 0;
  #r = 0;

  write(
    phase: Phase,
    quantity: Quantity,
    unit: number,
    values: readonly number[],
    found: readonly Terms[],
    { gradient, r }: Operations,
  ): void {
    this.#gradient += gradient;
    this.#r += r;
    const counts = { gradientOperations: this.#gradient, rOperations: this.#r };
    this.steps.push({
      phase,
      quantity,
      unit,
      values,
      terms: found.filter(({ units }) => units.length > 0),
      ...counts,
    });
  }
}
