import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frobenius, largestEntry, relativeDifference, trace } from '../../engine/curvature/compare.ts';
import { createWorkspace } from '../../engine/curvature/createWorkspace.ts';
import { matrixIds, matrixOf, type MatrixId } from '../../engine/curvature/index.ts';
import type { Problem } from '../../engine/experiment/problem.ts';
import { splitInParts } from '../../engine/network/parts.ts';
import { topologyOf } from '../../engine/network/topology.ts';
import { errorOf, gradientOf } from '../../engine/products/gradient.ts';
import { expectClose } from '../../engine/testing/close.ts';
import { randomProblem } from '../../engine/testing/randomProblem.ts';
import { engineApi } from '../engineApi.ts';
import type { MatrixResult } from '../protocol.ts';
import { blockStart } from './cells.ts';
import { mergeParts } from './mergeParts.ts';

let version = 0;

/** Those that exist for a problem. */
const thereFor = (problem: Problem, ids: readonly MatrixId[] = matrixIds): MatrixId[] =>
  ids.filter((id) => (matrixOf(id).unavailable?.(problem) ?? null) === null);

/** What the page makes of a problem in parts that come in some order. */
function inParts(
  problem: Problem,
  count: number,
  reversed: boolean,
  side: number,
  ids: readonly MatrixId[] = matrixIds,
) {
  version += 1;
  const topology = topologyOf(problem.network);
  const merge = mergeParts(topology);
  const parts = [...splitInParts(topology, count)];
  const available = thereFor(problem, ids);
  for (const part of reversed ? parts.reverse() : parts) {
    merge.add(part, engineApi.part({ version, problem, matrices: available, part, side }));
  }
  return merge.snapshot(true);
}

/** The largest magnitude in the block of each cell (I, J), J ≤ I, from all entries. */
function magnitudes({ values }: MatrixResult, W: number, side: number): number[] {
  const found: number[] = [];
  const indices = (block: number): number[] =>
    Array.from({ length: W }, (_, q) => q).slice(blockStart(block, W, side), blockStart(block + 1, W, side));
  for (let I = 0; I < side; I++) {
    for (let J = 0; J <= I; J++) {
      const entries = indices(I).flatMap((row) =>
        indices(J).map((column) => values[row * W + column] ?? NaN),
      );
      found.push(Math.max(...entries.map(Math.abs)));
    }
  }
  return found;
}

/** Of every make: a share, a difference of shares, shares cut from a whole, a diagonal. */
const PICTURED = ['exact', 'diagonal', 'gauss-newton', 'residual', 'gauss-newton-blocks', 'kfac'] as const;

// Both compute the same sums, in other orders where a part leaves tables out: some roundings.
const ROUNDING = 1e-13;

describe('matrices in parts', () => {
  it('are the same as in one piece, with the same comparisons', () => {
    fc.assert(
      fc.property(
        randomProblem(),
        fc.integer({ min: 1, max: 6 }),
        fc.boolean(),
        fc.integer({ min: 1, max: 40 }),
        (problem, count, reversed, side) => {
          const workspace = createWorkspace(problem);
          const W = problem.parameters.length;
          const merged = inParts(problem, count, reversed, side);
          expect(merged.error).toBe(errorOf(workspace));
          expect(merged.gradient).toEqual(gradientOf(workspace));
          expect(Object.keys(merged.matrices).sort()).toEqual(thereFor(problem).sort());
          const H = matrixOf('exact').compute(workspace);
          for (const id of thereFor(problem)) {
            const [found, expected] = [merged.matrices[id], matrixOf(id).compute(workspace)];
            if (found === undefined) continue;
            const scale = Math.max(largestEntry(H), largestEntry(expected)) || 1;
            expectClose(id, found.values, expected.values, ROUNDING, scale);
            expectClose(`${id} largest`, [found.largest], [largestEntry(expected)], ROUNDING, scale);
            expectClose(`${id} trace`, [found.trace], [trace(expected, W)], ROUNDING, scale * W);
            const { role, operations } = matrixOf(id);
            const error =
              role === 'part'
                ? frobenius(expected) / frobenius(H)
                : relativeDifference(expected, H.values, W);
            // Errors of exact ways to H are roundings themselves.
            if (role !== 'exact' && largestEntry(H) > 0)
              expectClose(`${id} error`, [found.relativeError], [error], 1e-9, 1);
            expect(found.operations).toBe(operations(workspace));
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('come with pictures: of each block the entry of largest magnitude, with its sign', () => {
    fc.assert(
      fc.property(
        randomProblem(),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 40 }),
        (problem, count, side) => {
          const W = problem.parameters.length;
          for (const found of Object.values(inParts(problem, count, false, side, PICTURED).matrices)) {
            if (found.form === 'diagonal') {
              expect(found.cells).toBeNull();
              continue;
            }
            const cellsASide = Math.min(side, W);
            expect(found.cells?.side).toBe(cellsASide);
            const cells = found.cells?.values ?? new Float64Array();
            expect(Array.from(cells, Math.abs)).toEqual(magnitudes(found, W, cellsASide));
            const entries = new Set(found.values);
            expect(cells.every((entry) => entries.has(entry))).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('give an entry alone as they give it together', () => {
    fc.assert(
      fc.property(randomProblem(), fc.integer({ min: 1, max: 5 }), (problem, count) => {
        const { exact } = inParts(problem, count, true, Infinity, ['exact']).matrices;
        const W = exact?.order ?? 0;
        exact?.values.forEach((entry, at) =>
          expect(exact.joined?.entry(Math.floor(at / W), at % W)).toBe(entry),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('are NaN where a part is missing, and so is what compares them', () => {
    const dense = (name: string, units: number, from: string) =>
      ({ name, kind: 'dense', units, activation: 'tanh', from: [from] }) as const;
    const network = { input: [1], layers: [dense('a', 2, 'input'), dense('y', 1, 'a')] };
    const problem: Problem = {
      network,
      loss: { kind: 'sum-of-squares', reduction: 'sum' },
      weightDecay: 0,
      parameters: Float64Array.of(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7),
      batch: { N: 1, inputs: Float64Array.of(1), targets: Float64Array.of(0.5) },
    };
    const merge = mergeParts(topologyOf(network));
    const part = { first: 0, end: 1 };
    merge.add(part, engineApi.part({ version: (version += 1), problem, matrices: ['exact'], part, side: 3 }));
    const { exact } = merge.snapshot(false).matrices;
    // Unit 1 of the hidden layer: its weight (0) and its bias (2).
    const there = [0, 2, 14, 16];
    exact?.values.forEach((entry, at) => expect(Number.isNaN(entry)).toBe(!there.includes(at)));
    // Indices 0 and 1, 2 and 3, 4 to 6 share a cell: (0, 0), (1, 0) and (1, 1) hold something.
    expect(Array.from(exact?.cells?.values ?? [], Number.isNaN)).toEqual([
      false,
      false,
      false,
      true,
      true,
      true,
    ]);
    expect(exact?.joined?.entry(2, 0)).toBe(exact?.values[14]);
    expect(exact?.joined?.entry(6, 0)).toBeNaN();
    expect(exact?.trace).toBeNaN();
    expect(exact?.relativeError).toBeNaN();
  });
});
