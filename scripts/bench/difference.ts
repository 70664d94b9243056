/** Largest difference of two vectors, relative to the largest entry of the second. */
export function largestDifference(theirs: Float64Array, ours: Float64Array): number {
  let difference = 0;
  let largest = 0;
  ours.forEach((entry, index) => {
    difference = Math.max(difference, Math.abs(theirs[index] - entry));
    largest = Math.max(largest, Math.abs(entry));
  });
  return difference / largest;
}
