/** The numbers 0 to count − 1, ends first, then ever finer between: what is there early shows the whole. */
export function bisectionOrder(count: number): readonly number[] {
  const order = new Set<number>();
  for (let parts = 1; order.size < count; parts *= 2) {
    for (let k = 0; k <= parts; k++) order.add(Math.round((k / parts) * (count - 1)));
  }
  return [...order];
}
