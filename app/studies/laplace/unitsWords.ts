import { formatNumber } from '../../controls/formatNumber.ts';
import { rounded } from './laplaceWords.ts';
import { bestRow, type UnitRow } from './unitRows.ts';

const nats = (value: number): string => value.toFixed(1).replace('-', '−');

/** The evidence in a sentence. */
export function evidenceSentence(rows: readonly UnitRow[]): string {
  const best = bestRow(rows);
  const most = best?.best?.found.logEvidence;
  if (best === null || most === undefined) return 'No network has an evidence.';
  const last = rows.filter((row) => row.best !== null).at(-1);
  return `Log evidence against hidden units: largest at M = ${best.M}, ${nats(most)}; at M = ${last?.M ?? NaN} it is ${nats(last?.best?.found.logEvidence ?? NaN)}.`;
}

/** Both errors in a sentence. */
export function errorsSentence(rows: readonly UnitRow[], label: string): string {
  const ends = [rows[0], rows.at(-1)].map((row) => row?.best?.found);
  const [first, last] = ends.map((found) => formatNumber(found?.dataError ?? NaN, 3));
  return `Errors against hidden units, ${label}. Sum of E over the training data: ${first ?? '—'} with the fewest, ${last ?? '—'} with the most.`;
}

/** How many starts have no evidence, or none at rest, and why the first of them. */
export function notesSentence(rows: readonly UnitRow[]): string | null {
  const noted = rows.flatMap(({ starts }) => starts.filter(({ note }) => note !== null));
  const [first] = noted;
  if (first === undefined) return null;
  const count = noted.length === 1 ? 'One start' : `${noted.length} starts`;
  const what = 'refused' in first.found ? 'did not give an evidence' : 'did not come to rest in α and β';
  return `${count} ${what}. M = ${first.M}, seed ${first.seed}: ${rounded(first.note ?? '')}.`;
}
