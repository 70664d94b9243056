import { Inflate } from 'fflate';

/** Deflate grows at most by 1032, so a chunk of this size overshoots the cap by 132 kB at most. */
const CHUNK = 128;

export class TooLargeError extends Error {}

/**
 * Inflates piece by piece and stops as soon as more than `cap` bytes have come out, so that a small text
 * that unpacks to gigabytes costs no more than the cap.
 * @throws TooLargeError over the cap; Error when the bytes are not deflated data
 */
export function inflateCapped(bytes: Uint8Array, cap: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const stream = new Inflate((piece) => {
    size += piece.length;
    if (size > cap) throw new TooLargeError(`unpacked size is over ${cap} bytes`);
    pieces.push(piece);
  });
  for (let at = 0; at < bytes.length; at += CHUNK)
    stream.push(bytes.subarray(at, at + CHUNK), at + CHUNK >= bytes.length);
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.length;
  }
  return whole;
}
