import Papa from 'papaparse';
import { LIMITS } from '../../../engine/experiment/limits.ts';
import { show } from '../../../engine/experiment/show.ts';
import { counted } from '../../controls/counted.ts';
import { type Cells, type Row, readNumber, looksLikeNumber, nameOf } from './csvCells.ts';

/** Own data read from a table. */
export interface CsvData {
  readonly inputs: readonly (readonly number[])[];
  readonly targets: readonly (readonly number[])[];
  /** Column names, when the first row holds them. */
  readonly header?: readonly string[];
  /** The labels behind 0 and 1, or behind the columns of a one-hot target. */
  readonly classes?: readonly string[];
}

const MAX_CHARACTERS = 2_000_000;
const MAX_CLASSES = 16;

/** Rows that hold anything, with their number in the file, counted from 1. */
function rowsOf(text: string): Row[] {
  if (text.length > MAX_CHARACTERS)
    throw new Error(`table has ${text.length} characters: allowed ${MAX_CHARACTERS}`);
  const { data, errors } = Papa.parse<string[]>(text.trimEnd(), { skipEmptyLines: false });
  const quotes = errors.find(({ type }) => type === 'Quotes');
  if (quotes !== undefined) throw new Error(`row ${(quotes.row ?? 0) + 1} has a quote that is never closed`);
  return data
    .map((cells, index) => ({ number: index + 1, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
}

/** The first row is a header when none of its cells can be meant as a number. */
const isHeader = ({ cells }: Row): boolean => cells.every((cell) => cell !== '' && !looksLikeNumber(cell));

function checkSize(rows: readonly Row[], columns: number, targetColumns: number): void {
  const inputs = columns - targetColumns;
  if (inputs < 1)
    throw new Error(
      `table has ${counted(columns, 'column')}: at least ${targetColumns + 1} are needed, inputs and then ${counted(targetColumns, 'target')}`,
    );
  if (inputs > LIMITS.inputs) throw new Error(`input columns is ${inputs}: allowed 1 to ${LIMITS.inputs}`);
  if (targetColumns > LIMITS.units || targetColumns < 1 || !Number.isInteger(targetColumns))
    throw new Error(`target columns is ${targetColumns}: allowed 1 to ${LIMITS.units}`);
  if (rows.length === 0) throw new Error('rows of data is 0: at least 1 is needed');
  if (rows.length > LIMITS.patterns)
    throw new Error(`rows of data is ${rows.length}: allowed 1 to ${LIMITS.patterns}`);
  const ragged = rows.find(({ cells }) => cells.length !== columns);
  if (ragged !== undefined)
    throw new Error(
      `row ${ragged.number} has ${counted(ragged.cells.length, 'cell')}, the first row has ${columns}`,
    );
}

/** Text labels as 0 and 1, or one-hot from three classes on; classes in alphabetical order. */
function fromLabels(labels: readonly string[], column: string): Pick<CsvData, 'targets' | 'classes'> {
  const classes = [...new Set(labels)].sort();
  if (classes.length < 2 || classes.length > MAX_CLASSES)
    throw new Error(`column ${column} has ${counted(classes.length, 'label')}: allowed 2 to ${MAX_CLASSES}`);
  const indices = labels.map((label) => classes.indexOf(label));
  const targets =
    classes.length === 2
      ? indices.map((k) => [k])
      : indices.map((k) => classes.map((_, j) => Number(j === k)));
  return { targets, classes: classes.map(show) };
}

/**
 * Reads a comma-, semicolon- or tab-separated table: inputs first, then `targetColumns` targets. A single
 * target column of words is taken as class labels.
 * @throws Error that names row and column, counted as in a spreadsheet:
 *   `row 7, column "y" is "abc": a number is needed`
 */
export function parseCsv(text: string, targetColumns = 1): CsvData {
  const all = rowsOf(text);
  const [first] = all;
  if (first === undefined) throw new Error('rows of data is 0: at least 1 is needed');
  const header = isHeader(first) ? first.cells : undefined;
  const rows = header === undefined ? all : all.slice(1);
  const columns = first.cells.length;
  checkSize(rows, columns, targetColumns);
  const inputColumns = columns - targetColumns;
  const read = ({ number, cells }: Row, from: number, to: number): number[] =>
    cells.slice(from, to).map((cell, at) => readNumber(cell, number, nameOf(header, from + at)));
  const inputs = rows.map((row) => read(row, 0, inputColumns));
  const named = header === undefined ? {} : { header: header.map(show) };
  const last: Cells = rows.map(({ cells }) => cells[inputColumns] ?? '');
  const labelled = targetColumns === 1 && last.every((cell) => cell !== '' && !looksLikeNumber(cell));
  if (labelled) return { inputs, ...fromLabels(last, nameOf(header, inputColumns)), ...named };
  return { inputs, targets: rows.map((row) => read(row, inputColumns, columns)), ...named };
}
