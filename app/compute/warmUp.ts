import { matrixIds, matrixOf } from '../../engine/curvature/index.ts';
import type { Problem } from '../../engine/experiment/problem.ts';
import type { EngineApi, PartRequest } from '../../workers/protocol.ts';

const REPEATS = 8;
const N = 64;

/** Entries that are neither equal nor zero, so that no shortcut is taken. */
const spread = (length: number): Float64Array => Float64Array.from({ length }, (_, k) => Math.sin(k + 1));

const dense = (name: string, units: number, from: string) =>
  ({ name, kind: 'dense', units, activation: units === 1 ? 'identity' : 'tanh', from: [from] }) as const;

const problem: Problem = {
  network: { input: [2], layers: [dense('a', 8, 'input'), dense('b', 8, 'a'), dense('y', 1, 'b')] },
  loss: { kind: 'sum-of-squares', reduction: 'sum' },
  weightDecay: 0.01,
  parameters: spread(24 + 72 + 9),
  batch: { N, inputs: spread(2 * N), targets: spread(N) },
};

/** Those that follow a dragged weight; estimates and slow checks would only hold up the start. */
const live = matrixIds.filter((id) => ['hessian', 'approximation', 'part'].includes(matrixOf(id).group));

/** The whole and a part of it: no other version is negative. */
const request = (end: number): PartRequest => ({
  version: -1,
  problem,
  matrices: live,
  part: { first: 0, end },
  side: N,
});

/** Small calls that get a fresh worker's code compiled before the first drag. */
export const warmUp: readonly { readonly task: keyof EngineApi; readonly argument: unknown }[] = Array.from(
  { length: REPEATS },
  (_, repeat) => ({ task: 'part', argument: request(repeat % 4 === 3 ? 9 : 17) }) as const,
);
