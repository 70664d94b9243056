import type { Conv2dSpec } from '../experiment/problem.ts';
import type { Layer } from './layer.ts';

/** Visits every entry of every patch that lies on the image: its place among the patches and in the image. */
function forEachPatchEntry(
  { spec: { kernel, stride, padding }, shape, sources, inputs }: Layer<Conv2dSpec>,
  N: number,
  visit: (patch: number, image: number) => void,
): void {
  const [, rows, columns] = shape;
  const [channels, height, width] = sources[0].shape;
  let patch = 0;
  for (let n = 0; n < N; n++) {
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        for (let channel = 0; channel < channels; channel++) {
          for (let i = 0; i < kernel; i++) {
            const y = row * stride + i - padding;
            for (let j = 0; j < kernel; j++, patch++) {
              const x = column * stride + j - padding;
              if (y < 0 || y >= height || x < 0 || x >= width) continue;
              visit(patch, n * inputs + (channel * height + y) * width + x);
            }
          }
        }
      }
    }
  }
}

/** Patches [N · positions × fanIn] of images [N × inputs], zeros outside. O(N · positions · fanIn). */
export function unfold(layer: Layer<Conv2dSpec>, z: Float64Array, N: number): Float64Array {
  const patches = new Float64Array(N * layer.positions * layer.fanIn);
  forEachPatchEntry(layer, N, (patch, image) => (patches[patch] = z[image]));
  return patches;
}

/** Adds what `fill` writes to patches to the images they were cut from: the adjoint of `unfold`. */
export function addPatches(
  layer: Layer<Conv2dSpec>,
  N: number,
  images: Float64Array,
  fill: (patches: Float64Array) => void,
): void {
  const patches = new Float64Array(N * layer.positions * layer.fanIn);
  fill(patches);
  forEachPatchEntry(layer, N, (patch, image) => (images[image] += patches[patch]));
}

/** Exchanges the last two sides of [N × rows × columns]. */
function turned(x: Float64Array, N: number, rows: number, columns: number): Float64Array {
  const result = new Float64Array(x.length);
  for (let n = 0; n < N; n++) {
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++)
        result[(n * columns + column) * rows + row] = x[(n * rows + row) * columns + column];
    }
  }
  return result;
}

/** [N × channels × positions] as [N · positions × channels], the order of `unfold`. */
export const byPosition = ({ rows, positions }: Layer, x: Float64Array, N: number): Float64Array =>
  turned(x, N, rows, positions);

/** Adds what `fill` writes as [N · positions × channels] to a [N × channels × positions]. */
export function addChannels(
  { rows, positions }: Layer,
  N: number,
  a: Float64Array,
  fill: (byPosition: Float64Array) => void,
): void {
  const filled = new Float64Array(N * positions * rows);
  fill(filled);
  const added = turned(filled, N, positions, rows);
  for (let q = 0; q < added.length; q++) a[q] += added[q];
}

/** Entries of the patches that are held at a time: 8 MB, however many patterns there are. */
const HELD = 2 ** 20;

/** A run of patterns, and what cuts their rows out of [N × inputs] and [N × units]. */
interface Chunk {
  readonly count: number;
  /** count · positions. */
  readonly rows: number;
  inputs(x: Float64Array): Float64Array;
  units(x: Float64Array): Float64Array;
}

/** Calls `pass` for runs of patterns whose patches are held together. */
export function inChunks(
  { positions, fanIn, inputs, units }: Layer,
  N: number,
  pass: (chunk: Chunk) => void,
): void {
  const step = Math.max(1, Math.floor(HELD / (positions * fanIn)));
  for (let first = 0; first < N; first += step) {
    const end = Math.min(N, first + step);
    pass({
      count: end - first,
      rows: (end - first) * positions,
      inputs: (x) => x.subarray(first * inputs, end * inputs),
      units: (x) => x.subarray(first * units, end * units),
    });
  }
}
