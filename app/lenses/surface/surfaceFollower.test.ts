import { describe, expect, test } from 'vitest';
import type { Problem } from '../../../engine/experiment/problem.ts';
import { createWorkspace } from '../../../engine/curvature/createWorkspace.ts';
import { errorOf } from '../../../engine/products/gradient.ts';
import type { SurfaceRequest } from '../../../workers/protocol.ts';
import { surface } from '../../../workers/tasks/surface.ts';
import type { TaskLine } from '../../compute/tasks.ts';
import { coordinate, SIDE } from './grid.ts';
import { SurfaceFollower, type SurfaceQuestion, type SurfaceState } from './surfaceFollower.ts';

const wave = (length: number, phase: number): Float64Array =>
  Float64Array.from({ length }, (_, k) => Math.sin(1.7 * k + phase));

/** A 1-3-1 network on N points. */
const problemWith = (N: number): Problem => ({
  network: {
    input: [1],
    layers: [
      { name: 'h', kind: 'dense', units: 3, activation: 'tanh', from: ['input'] },
      { name: 'y', kind: 'dense', units: 1, activation: 'identity', from: ['h'] },
    ],
  },
  loss: { kind: 'sum-of-squares', reduction: 'mean' },
  weightDecay: 0.1,
  parameters: wave(10, 0.3),
  batch: { N, inputs: wave(N, 1), targets: wave(N, 2) },
});

const question = (problem: Problem, change: Partial<SurfaceQuestion> = {}): SurfaceQuestion => ({
  problem,
  axes: 'weights',
  first: 0,
  second: 7,
  span: 2,
  ...change,
});

/** The task in this thread, with what was asked of it; `during` runs before each answer. */
function follow(during: (calls: number) => void = () => undefined) {
  const asked: SurfaceRequest[] = [];
  const states: SurfaceState[] = [];
  const line = {
    run: async (_task: 'surface', request: SurfaceRequest) => {
      asked.push(request);
      await Promise.resolve();
      during(asked.length);
      return surface(request);
    },
    leave: () => undefined,
  } as unknown as TaskLine;
  const follower = new SurfaceFollower(line, (state) => states.push(state));
  const rest = async (): Promise<SurfaceState> => {
    for (;;) {
      const last = states.at(-1);
      if (last !== undefined && !last.busy) return last;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  return { follower, asked, states, rest };
}

describe('the surface that is followed', () => {
  test('holds the error at every place of the plane', async () => {
    const problem = problemWith(5);
    const { follower, rest } = follow();
    follower.ask(question(problem));
    const { picture, problem: failure } = await rest();
    expect(failure).toBeNull();
    expect(picture?.stride).toBe(1);
    for (const [row, column] of [
      [0, 0],
      [20, 20],
      [3, 38],
    ] as const) {
      const parameters = problem.parameters.slice();
      parameters[0] = (parameters[0] ?? NaN) + coordinate(column, 2);
      parameters[7] = (parameters[7] ?? NaN) + coordinate(row, 2);
      const E = errorOf(createWorkspace({ ...problem, parameters }));
      expect(picture?.errors[row * SIDE + column]).toBeCloseTo(E, 12);
    }
  });

  test('comes coarse before fine where it takes long, the plane found once', async () => {
    const { follower, asked, states, rest } = follow();
    follower.ask(question(problemWith(1000)));
    await rest();
    const strides = states.flatMap(({ picture }) => (picture === null ? [] : [picture.stride]));
    expect([...new Set(strides)]).toEqual([4, 2, 1]);
    expect(asked.map(({ plane }) => 'models' in plane)).toEqual(asked.map((_, call) => call > 0));
    expect(asked.reduce((sum, { s }) => sum + s.length, 0)).toBe(SIDE * SIDE);
  });

  test('another span keeps the plane, another weight does not', async () => {
    const problem = problemWith(5);
    const { follower, asked, rest } = follow();
    for (const change of [{}, { span: 3 }, { span: 3, second: 4 }]) {
      follower.ask(question(problem, change));
      await rest();
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    expect(asked.map(({ plane }) => 'models' in plane)).toEqual([false, true, false]);
  });

  test('an older question is left for a newer one, which is answered', async () => {
    const problem = problemWith(1000);
    const newest = question(problem, { span: 5 });
    const { follower, asked, rest } = follow((calls) => {
      if (calls === 1) for (const span of [3, 4]) follower.ask(question(problem, { span }));
      if (calls === 1) follower.ask(newest);
    });
    follower.ask(question(problem));
    const { picture } = await rest();
    expect(picture?.question).toBe(newest);
    expect(asked.filter(({ s }) => Math.max(...s) <= 2)).toHaveLength(1);
    expect(asked.some(({ s }) => [3, 4].includes(Math.max(...s)))).toBe(false);
  });

  test('what cannot be is said, and forgotten with the next answer', async () => {
    const problem = problemWith(5);
    const { follower, rest } = follow();
    follower.ask(question({ ...problem, parameters: problem.parameters.map(() => 1e200) }));
    expect((await rest()).problem).toBe('needs a finite error, E is: Infinity');
    follower.ask(question(problem));
    expect((await rest()).problem).toBeNull();
  });
});
