/** Arrays that may be written to again: fresh memory costs more than the sums that fill it. */
let spare: Float64Array[] = [];
/** As many as the matrices on show take, about. */
const MOST = 8;

/** Gives back an array that nobody reads any more; its contents are lost. */
export function giveNumbers(numbers: Float64Array): void {
  // Sizes change with the network: only the latest is worth keeping.
  if (spare.length > 0 && spare[0].length !== numbers.length) spare = [];
  if (spare.length < MOST && numbers.length > 0) spare.push(numbers);
}

/** An array of `count` numbers to be written to, all of it: what is in it is left over. */
export function takeNumbers(count: number): Float64Array {
  if (spare.length > 0 && spare[0].length === count) return spare.pop() ?? new Float64Array(count);
  return new Float64Array(count);
}
