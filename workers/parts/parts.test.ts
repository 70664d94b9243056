import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matrixIds, matrixOf } from '../../engine/curvature/index.ts';
import type { Problem } from '../../engine/experiment/problem.ts';
import { splitInParts } from '../../engine/network/parts.ts';
import { topologyOf } from '../../engine/network/topology.ts';
import { expectClose } from '../../engine/testing/close.ts';
import { randomProblem } from '../../engine/testing/randomProblem.ts';
import { engineApi } from '../engineApi.ts';
import { mergeParts } from './mergeParts.ts';

let version = 0;

/** What the page makes of a problem in parts that come in some order. */
function inParts(problem: Problem, count: number, reversed: boolean, packed: boolean) {
  version += 1;
  const topology = topologyOf(problem.network);
  const merge = mergeParts(topology, packed);
  const parts = [...splitInParts(topology, count)];
  const available = matrixIds.filter((id) => (matrixOf(id).unavailable?.(problem) ?? null) === null);
  for (const part of reversed ? parts.reverse() : parts) {
    merge.add(part, engineApi.part({ version, problem, matrices: available, part, packed }));
  }
  return merge.snapshot(true);
}

describe('matrices in parts', () => {
  it('are the same as in one piece, with the same comparisons', () => {
    fc.assert(
      fc.property(
        randomProblem(),
        fc.integer({ min: 1, max: 6 }),
        fc.boolean(),
        fc.boolean(),
        (problem, count, reversed, packed) => {
          const whole = engineApi.snapshot({ problem, matrices: matrixIds });
          const merged = inParts(problem, count, reversed, packed);
          expect(merged.error).toBe(whole.error);
          expect(merged.gradient).toEqual(whole.gradient);
          expect(Object.keys(merged.matrices).sort()).toEqual(Object.keys(whole.matrices).sort());
          // Both compute the same sums, in other orders where a part leaves tables out: some roundings.
          const ROUNDING = 1e-13;
          const size = whole.matrices.exact?.largest ?? 0;
          for (const id of matrixIds) {
            const [found, expected] = [merged.matrices[id], whole.matrices[id]];
            if (found === undefined || expected === undefined) continue;
            const scale = Math.max(size, expected.largest) || 1;
            expectClose(id, found.values, expected.values, ROUNDING, scale);
            expectClose(`${id} largest`, [found.largest], [expected.largest], ROUNDING, scale);
            const trace = scale * Math.sqrt(found.values.length);
            expectClose(`${id} trace`, [found.trace], [expected.trace], ROUNDING, trace);
            // Errors of exact ways to H are roundings themselves.
            if (matrixOf(id).role !== 'exact' && size > 0)
              expectClose(`${id} error`, [found.relativeError], [expected.relativeError], 1e-9, 1);
            expect(found.operations).toBe(expected.operations);
          }
        },
      ),
      { numRuns: 60 },
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
    const merge = mergeParts(topologyOf(network), true);
    const part = { first: 0, end: 1 };
    merge.add(part, engineApi.part({ version: -1, problem, matrices: ['exact'], part, packed: true }));
    const { exact } = merge.snapshot(false).matrices;
    // Unit 1 of the hidden layer: its weight (0) and its bias (2).
    const there = [0, 2, 14, 16];
    exact?.values.forEach((entry, at) => expect(Number.isNaN(entry)).toBe(!there.includes(at)));
    expect(exact?.trace).toBeNaN();
    expect(exact?.relativeError).toBeNaN();
  });
});
