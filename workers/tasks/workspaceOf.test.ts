import { expect, it } from 'vitest';
import { example } from './testing/example.ts';
import { workspaceOf } from './workspaceOf.ts';

it('keeps a version’s workspace, and its topology while the network stays the same', () => {
  const problem = example([2, 3, 1], 5);
  const first = workspaceOf({ version: 1, problem });
  expect(workspaceOf({ version: 1, problem: structuredClone(problem) })).toBe(first);
  const moved = { ...structuredClone(problem), parameters: problem.parameters.map((w) => w + 1) };
  const second = workspaceOf({ version: 2, problem: moved });
  expect(second).not.toBe(first);
  expect(second.problem.parameters).toBe(moved.parameters);
  expect(second.topology).toBe(first.topology);
  const wider = workspaceOf({ version: 3, problem: example([2, 4, 1], 5) });
  expect(wider.topology).not.toBe(first.topology);
  expect(wider.topology.W).toBe(17);
});
