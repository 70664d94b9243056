import type { Topology } from '../network/topology.ts';
import type { Workspace } from './workspace.ts';

/** The passes of a workspace, or of a run of its patterns. */
export type Passes = Pick<Workspace, 'topology' | 'problem' | 'forward' | 'seed' | 'backward'>;

/** Entries of a table that stay in a processor's second cache. */
const TABLE = 2 ** 17;
const SMALLEST = 4;

/** Patterns a run: tables of the gradients of single patterns, or of what a layer's rows meet, are then about a megabyte. */
export function runLength({ layers, W }: Topology): number {
  const widest = Math.max(W, ...layers.map(({ positions, fanIn }) => positions * (fanIn + 1)));
  return Math.max(SMALLEST, Math.floor(TABLE / widest));
}

/** The passes of a batch as those of runs of `length` patterns each: views, nothing is copied. */
export function patternRuns(
  { topology, problem, forward, seed, backward }: Passes,
  length: number,
): readonly Passes[] {
  const { N, zin, a, z, h1, h2 } = forward;
  return Array.from({ length: Math.ceil(N / length) }, (_, run): Passes => {
    const [first, end] = [run * length, Math.min(N, (run + 1) * length)];
    const cut = (x: Float64Array): Float64Array => x.subarray((first * x.length) / N, (end * x.length) / N);
    const cutAll = (tape: readonly Float64Array[]): Float64Array[] => tape.map(cut);
    return {
      topology,
      problem,
      forward: {
        N: end - first,
        zin: cutAll(zin),
        a: cutAll(a),
        z: cutAll(z),
        h1: cutAll(h1),
        h2: cutAll(h2),
      },
      seed: { ...seed, M: cut(seed.M) },
      backward: { delta: cutAll(backward.delta), e: cutAll(backward.e) },
    };
  });
}
