import type { Snapshot } from '../../workers/protocol.ts';

/** Smaller ones are not worth handing back. */
const LEAST_BYTES = 2 ** 16;
/** As many as a snapshot's matrices take, about. */
const MOST = 12;

let spare: ArrayBuffer[] = [];

/** Hands a buffer that nothing reads any more to the workers, with one of the next requests. */
export function putSpare(buffer: ArrayBufferLike): void {
  if (!(buffer instanceof ArrayBuffer) || buffer.byteLength < LEAST_BYTES || spare.includes(buffer)) return;
  spare = [...spare, buffer].slice(-MOST);
}

/** The matrices of a snapshot are no longer on show: all but those that the next one shows too. */
export function retire(before: Snapshot | undefined, now: Snapshot): void {
  if (before === undefined || before === now) return;
  const shown = new Set(Object.values(now.matrices).map(({ values }) => values.buffer));
  for (const { form, values } of Object.values(before.matrices)) {
    if (form === 'dense' && !shown.has(values.buffer)) putSpare(values.buffer);
  }
}

/** Takes one of `count` equal shares of the spare buffers; they leave the page with a request. */
export const takeSpare = (count: number): ArrayBuffer[] => spare.splice(0, Math.ceil(spare.length / count));
