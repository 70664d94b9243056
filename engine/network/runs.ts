/** Indices `from` … `end − 1`. */
export interface Run {
  readonly from: number;
  readonly end: number;
}

/** Indices as runs of indices that follow each other, in rising order. O(count · log count). */
export function runsOf(indices: readonly number[]): readonly Run[] {
  const sorted = [...indices].sort((p, q) => p - q);
  const runs: { from: number; end: number }[] = [];
  for (const index of sorted) {
    const last = runs.at(-1);
    if (last?.end === index) last.end += 1;
    else runs.push({ from: index, end: index + 1 });
  }
  return runs;
}
