import type { MatrixResult, Snapshot } from '../../workers/protocol.ts';

/** Smaller ones are not worth handing back. */
const LEAST_BYTES = 2 ** 16;
/** As many as two snapshots' matrices and their pictures take, about. */
const MOST = 48;
/** Memory that may wait for the next request. */
const MOST_BYTES = 2 ** 27;

let spare: ArrayBuffer[] = [];

/** Bytes of so many numbers. */
export const bytesOf = (count: number): number => count * Float64Array.BYTES_PER_ELEMENT;

/** Hands a buffer that nothing reads any more to the workers, with one of the next requests. */
export function putSpare(buffer: ArrayBufferLike): void {
  if (!(buffer instanceof ArrayBuffer) || buffer.byteLength < LEAST_BYTES || spare.includes(buffer)) return;
  spare = [...spare, buffer].slice(-MOST);
  while (spare.reduce((sum, { byteLength }) => sum + byteLength, 0) > MOST_BYTES) spare = spare.slice(1);
}

const buffersOf = ({ matrices }: Snapshot): readonly ArrayBufferLike[] =>
  Object.values(matrices).flatMap(ofMatrix);

/** What a matrix and its picture came in; those of a diagonal are too small to count. */
function ofMatrix(matrix: MatrixResult): readonly ArrayBufferLike[] {
  const picture = matrix.cells === null ? [] : [matrix.cells.values.buffer];
  if (matrix.joined !== undefined) return [...matrix.joined.buffers, ...picture];
  return matrix.form === 'dense' ? [matrix.values.buffer, ...picture] : [];
}

/** The matrices of a snapshot are no longer on show: all but those that the next one shows too. */
export function retire(before: Snapshot | undefined, now: Snapshot): void {
  if (before === undefined || before === now) return;
  const shown = new Set(buffersOf(now));
  for (const buffer of buffersOf(before)) if (!shown.has(buffer)) putSpare(buffer);
}

/** Takes the spare buffers of a size, at most so many; they leave the page with a request. */
export function takeSpare(bytes: number, most = MOST): ArrayBuffer[] {
  const found = spare.filter(({ byteLength }) => byteLength === bytes).slice(0, most);
  spare = spare.filter((buffer) => !found.includes(buffer));
  return found;
}
