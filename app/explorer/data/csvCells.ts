import { LIMITS } from '../../../engine/experiment/limits.ts';
import { show } from '../../../engine/experiment/show.ts';

export type Cells = readonly string[];

/** A row of the table and its number, counted from 1 with the header. */
export interface Row {
  readonly number: number;
  readonly cells: Cells;
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const NO_NUMBER = /^([+-]?(nan|inf(inity)?)|n\/?a|null|none|#.*|-+)$/i;

/** A typographic minus is a minus. */
const plain = (cell: string): string => cell.replace('\u2212', '-');

/** Whether a cell is meant as a number, be it a missing or broken one: `2`, `NaN`, `#REF!`. */
export const looksLikeNumber = (cell: string): boolean =>
  NUMBER.test(plain(cell)) || NO_NUMBER.test(plain(cell));

/** A column as messages name it: by its header, else by its number. */
export const nameOf = (header: Cells | undefined, column: number): string =>
  header === undefined ? String(column + 1) : `"${show(header[column] ?? '')}"`;

/** @throws `row 7, column "y" is "abc": a number is needed`, `row 7, column 2 is 1e308: allowed …` */
export function readNumber(cell: string, row: number, column: string): number {
  const place = `row ${row}, column ${column}`;
  if (cell === '') throw new Error(`${place} is empty: a number is needed`);
  if (!NUMBER.test(plain(cell))) throw new Error(`${place} is "${show(cell)}": a number is needed`);
  const value = Number(plain(cell));
  if (!(Math.abs(value) <= LIMITS.magnitude))
    throw new Error(`${place} is ${show(cell)}: allowed −${LIMITS.magnitude} to ${LIMITS.magnitude}`);
  return value;
}
