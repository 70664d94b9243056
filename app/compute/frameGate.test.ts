import { beforeEach, expect, test } from 'vitest';
import { createFrameGate } from './frameGate.ts';

let frames: (() => void)[] = [];
let ran: string[] = [];
let pass: ReturnType<typeof createFrameGate>;

const frame = (): void => frames.splice(0).forEach((callback) => callback());
const microtasks = (): Promise<void> => Promise.resolve();
const ask = (name: string): void => pass(() => ran.push(name));

beforeEach(() => {
  frames = [];
  ran = [];
  pass = createFrameGate((callback) => frames.push(callback));
});

test('the first of a frame runs at the end of its task, without waiting for the frame', async () => {
  ask('first');
  expect(ran).toEqual([]);
  await microtasks();
  expect(ran).toEqual(['first']);
});

test('the second waits for the next frame, and the one after that for the frame after', async () => {
  ask('first');
  await microtasks();
  ask('second');
  await microtasks();
  expect(ran).toEqual(['first']);
  frame();
  await microtasks();
  expect(ran).toEqual(['first', 'second']);
  ask('third');
  await microtasks();
  expect(ran).toEqual(['first', 'second']);
  frame();
  await microtasks();
  expect(ran).toEqual(['first', 'second', 'third']);
});

test('after an idle frame the next runs at once again', async () => {
  ask('first');
  await microtasks();
  frame();
  ask('second');
  await microtasks();
  expect(ran).toEqual(['first', 'second']);
});
