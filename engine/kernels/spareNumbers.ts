/** Arrays that may be written to again: fresh memory costs more than the sums that fill it. */
let spare: Float64Array[] = [];
/** As many as the matrices on show and their pictures take, about. */
const MOST = 16;

/** Gives back an array that nobody reads any more; its contents are lost. */
export function giveNumbers(numbers: Float64Array): void {
  // Sizes change with the network: the oldest are worth least.
  if (numbers.length > 0) spare = [...spare.slice(1 - MOST), numbers];
}

/** An array of `count` numbers to be written to, all of it: what is in it is left over. */
export function takeNumbers(count: number): Float64Array {
  for (let at = 0; at < spare.length; at++) if (spare[at].length === count) return spare.splice(at, 1)[0];
  return new Float64Array(count);
}
