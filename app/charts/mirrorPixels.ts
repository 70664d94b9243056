/** Rows that are mirrored together: what is written of a column then lies side by side. */
const STRIP = 4;

/** Copies the pixels of a square picture below its diagonal to above it. O(side²). */
export function mirrorPixels(pixels: Uint32Array, side: number): void {
  for (let first = 0; first < side; first += STRIP) {
    const last = Math.min(side, first + STRIP);
    const r0 = first * side;
    const r1 = r0 + side;
    const r2 = r1 + side;
    const r3 = r2 + side;
    const full = last - first < STRIP ? 0 : first;
    for (let column = 0, to = first; column < full; column++, to += side) {
      pixels[to] = pixels[r0 + column] ?? 0;
      pixels[to + 1] = pixels[r1 + column] ?? 0;
      pixels[to + 2] = pixels[r2 + column] ?? 0;
      pixels[to + 3] = pixels[r3 + column] ?? 0;
    }
    for (let row = first; row < last; row++) {
      for (let column = full; column < row; column++) {
        pixels[column * side + row] = pixels[row * side + column] ?? 0;
      }
    }
  }
}
