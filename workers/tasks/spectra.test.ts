import { beforeEach, expect, test, vi } from 'vitest';
import { createWorkspace } from '../../engine/curvature/createWorkspace.ts';
import { matrixOf, type MatrixId } from '../../engine/curvature/index.ts';
import type { MatrixValues } from '../../engine/curvature/matrix.ts';
import { extremeEigenvalues } from '../../engine/spectrum/extremes.ts';
import type { SpectraReply, SpectraRequest } from '../protocol.ts';
import { example } from './testing/example.ts';

/** W = 181: Lanczos, of many products. */
const problem = example([3, 10, 10, 3], 5);
const workspace = createWorkspace(problem);
const W = problem.parameters.length;
const matrices = ['exact', 'gauss-newton', 'outer-product', 'diagonal'] as const satisfies MatrixId[];
const request: SpectraRequest = { version: 1, problem, matrices, given: {} };
const expected = Object.fromEntries(
  matrices.map((id) => [id, extremeEigenvalues(matrixOf(id).compute(workspace), W)]),
);

type Task = (request: SpectraRequest, sliceMilliseconds?: number) => SpectraReply;

/** A worker of its own: the task's module with nothing kept. */
async function worker(): Promise<Task> {
  vi.resetModules();
  return (await import('./spectra.ts')).spectra;
}

/** Slices of one step each, until it is done. */
function slices(spectra: Task, of: SpectraRequest): SpectraReply[] {
  const replies: SpectraReply[] = [];
  while (replies.at(-1)?.done !== true && replies.length < 2000) replies.push(spectra(of, 0));
  return replies;
}

let spectra: Task;
beforeEach(async () => {
  spectra = await worker();
});

test('one step at a time is the same as all at once, and that the same as matrix by matrix', () => {
  expect(spectra(request, Infinity)).toEqual({ done: true, spectra: expected });
  const replies = slices(spectra, request);
  expect(replies.at(-1)).toEqual({ done: true, spectra: expected });
  // H and G by dozens of products each, the outer product is G and costs none.
  expect(replies.length).toBeGreaterThan(40);
  const without = slices(spectra, { ...request, matrices: ['exact', 'gauss-newton', 'diagonal'] });
  expect(replies.length - without.length).toBe(2);
});

test('what is done is not kept: the same again begins anew', () => {
  const count = slices(spectra, request).length;
  expect(slices(spectra, request)).toHaveLength(count);
});

test('goes on only with the same problem and matrices', () => {
  const count = slices(spectra, request).length;
  for (let step = 0; step < count - 1; step++) spectra(request, 0);
  expect(slices(spectra, request)).toHaveLength(1);
  for (let step = 0; step < count - 1; step++) spectra(request, 0);
  const other = { ...request, version: 2, problem: { ...problem, weightDecay: 1 } };
  const shifted = slices(spectra, other).at(-1);
  // The other's are higher by what its weight decay is: no number of the first came with them.
  expect(shifted?.done === true && shifted.spectra.exact?.largest).toBeCloseTo(
    (expected.exact?.largest ?? NaN) + 1 - problem.weightDecay,
    6,
  );
  expect(slices(spectra, request)).toHaveLength(count);
});

test('calls that take turns between two workers end, with the same numbers', async () => {
  const two = [spectra, await worker()];
  for (let call = 0; call < 2000; call++) {
    const reply = two[call % 2]?.(request, 0);
    if (reply?.done !== true) continue;
    expect(reply.spectra).toEqual(expected);
    return;
  }
  expect.unreachable('not done after 2000 slices');
});

test('given numbers come once; a worker that has never seen them says so', async () => {
  const matrix: MatrixValues = matrixOf('gauss-newton').compute(workspace);
  const full: SpectraRequest = { ...request, matrices: ['exact'], given: { 'gauss-newton': matrix } };
  const light: SpectraRequest = { ...full, given: { 'gauss-newton': null } };
  expect(spectra(full, 0)).toEqual({ done: false, missing: false });
  expect(slices(spectra, light).at(-1)).toEqual({
    done: true,
    spectra: { exact: expected.exact, 'gauss-newton': expected['gauss-newton'] },
  });
  expect((await worker())(light, 0)).toEqual({ done: false, missing: true });
});

test('what throws is not gone on with', () => {
  const broken = { ...request, problem: { ...problem, parameters: new Float64Array(3) } };
  expect(() => spectra(broken, 0)).toThrow('parameters has 3 entries');
  expect(() => spectra(broken, 0)).toThrow('parameters has 3 entries');
});
