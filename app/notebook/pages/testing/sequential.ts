/**
 * The sequential inverse as the page states it: `H₀⁻¹ = I/α`, then
 * `H⁻¹ ← H⁻¹ − (H⁻¹b)(H⁻¹b)ᵀ / (1 + bᵀH⁻¹b)` for every row b. All inverses on the way, the first included; row-major.
 */
export function sequentialInverses(rows: readonly Float64Array[], alpha: number): readonly Float64Array[] {
  const W = rows[0]?.length ?? 0;
  const indices = Array.from({ length: W }, (_, q) => q);
  const start = new Float64Array(W * W);
  for (const q of indices) start[q * W + q] = 1 / alpha;
  const all = [start];
  for (const b of rows) {
    const before = all.at(-1) ?? start;
    const u = indices.map((p) =>
      indices.reduce((sum, q) => sum + (before[p * W + q] ?? NaN) * (b[q] ?? NaN), 0),
    );
    const denominator = 1 + indices.reduce((sum, q) => sum + (b[q] ?? NaN) * (u[q] ?? NaN), 0);
    all.push(
      before.map((entry, at) => entry - ((u[Math.floor(at / W)] ?? NaN) * (u[at % W] ?? NaN)) / denominator),
    );
  }
  return all;
}
