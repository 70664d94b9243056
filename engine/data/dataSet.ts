import type { Batch } from '../experiment/problem.ts';
import type { Shape } from '../layers/layer.ts';
import type { TargetKind } from '../losses/loss.ts';
import { type Random, randomStream } from './random.ts';

/** A rule from which patterns are drawn. */
export interface DataSet {
  readonly label: string;
  readonly description: string;
  /** Columns of the inputs. */
  readonly inputs: number;
  /** Where the inputs are images: [channels, height, width]. */
  readonly shape?: Shape;
  /** Columns of the targets. */
  readonly outputs: number;
  readonly task: TargetKind;
  readonly defaults: { readonly count: number; readonly noise: number };
  /**
   * Exactly `count` patterns; the same arguments give the same patterns. Classes take turns, so their sizes
   * differ by one at most. `noise` is the standard deviation of what is added. O(count).
   */
  draw(count: number, noise: number, seed: number): Batch;
}

/** Draws pattern by pattern: `pattern` gives input and target of pattern n of N. */
export function drawPatterns(
  count: number,
  seed: number,
  pattern: (n: number, random: Random) => { readonly x: readonly number[]; readonly t: readonly number[] },
): Batch {
  const random = randomStream(seed);
  const patterns = Array.from({ length: count }, (_, n) => pattern(n, random));
  return {
    N: count,
    inputs: Float64Array.from(patterns.flatMap(({ x }) => x)),
    targets: Float64Array.from(patterns.flatMap(({ t }) => t)),
  };
}

/** Row k of the identity of size K: the target of class k. */
export const oneHot = (k: number, K: number): number[] =>
  Array.from({ length: K }, (_, j) => (j === k ? 1 : 0));

/** One draw from each of `count` equal strips of [from, to]: covers the range evenly, and still at random. */
export const stratified = (n: number, count: number, from: number, to: number, random: Random): number =>
  from + ((to - from) * (n + random.uniform())) / count;
