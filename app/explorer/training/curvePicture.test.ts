import { expect, it } from 'vitest';
import type { TrainingSpec } from '../../../engine/experiment/document.ts';
import { curvePicture } from './curvePicture.ts';

const SIZE = { width: 100, height: 50 };

const run = (errors: readonly number[], stride = 1, step = stride * (errors.length - 1)): TrainingSpec => ({
  method: 'gradient-descent',
  learningRate: 0.1,
  damping: 0.01,
  step,
  curve: { stride, errors },
});

/** The corners of a path of straight lines. */
const corners = (path: string): number[][] =>
  path
    .slice(1)
    .split('L')
    .map((corner) => corner.split(',').map(Number));

it('is empty before the first step', () => {
  expect(curvePicture(run([]), 5, [], SIZE)).toBeNull();
  expect(curvePicture(run([5]), 5, [], SIZE)).toBeNull();
});

it('is linear over less than a decade: the highest error on top, the lowest at the bottom', () => {
  const picture = curvePicture(run([8, 4, 2]), 2, [], SIZE);
  expect(picture?.logarithmic).toBe(false);
  expect(corners(picture?.error ?? '')).toEqual(
    [
      [0, 0],
      [50, (50 * 4) / 6],
      [100, 50],
    ].map((corner) => corner.map((value) => Number(value.toFixed(3)))),
  );
});

it('is logarithmic beyond: equal ratios take equal heights', () => {
  const picture = curvePicture(run([100, 10, 1]), 1, [], SIZE);
  expect(picture?.logarithmic).toBe(true);
  expect(corners(picture?.error ?? '').map(([, y]) => y)).toEqual([0, 25, 50]);
});

it('ends where the run stands, even between two kept errors', () => {
  const picture = curvePicture(run([8, 6, 5], 10, 25), 4, [], SIZE);
  expect(picture?.lastStep).toBe(25);
  expect(picture?.end).toEqual({ x: 100, y: 50 });
});

it('goes on beyond the place looked back to, which is marked', () => {
  const picture = curvePicture(run([8, 6, 4], 10, 10), 6, [], SIZE);
  expect(picture?.lastStep).toBe(20);
  expect(picture?.end).toEqual({ x: 50, y: 25 });
  expect(corners(picture?.error ?? '')).toHaveLength(3);
});

it('draws the outer product from 0 up, on the same steps, and none that lie ahead', () => {
  const distances = [
    { step: 0, relativeError: 0.5 },
    { step: 2, relativeError: 0.25 },
    { step: 9, relativeError: 7 },
  ];
  const picture = curvePicture(run([8, 4, 2]), 2, distances, SIZE);
  expect(corners(picture?.outerProduct ?? '')).toEqual([
    [0, 0],
    [100, 25],
  ]);
});

it('survives an error of zero and a flat curve', () => {
  expect(curvePicture(run([1, 0]), 0, [], SIZE)?.logarithmic).toBe(false);
  expect(
    corners(curvePicture(run([3, 3]), 3, [], SIZE)?.error ?? '')
      .flat()
      .every(Number.isFinite),
  ).toBe(true);
});
