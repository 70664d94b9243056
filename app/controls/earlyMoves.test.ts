import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { hearEarlyMoves } from './earlyMoves.ts';

let frames: (() => void)[] = [];
const element = new EventTarget();
const heard: Event[] = [];
let stop: () => void;

const frame = (): void => frames.splice(0).forEach((callback) => callback());
function move(): Event {
  const event = new Event('pointerrawupdate');
  element.dispatchEvent(event);
  return event;
}

beforeEach(() => {
  frames = [];
  heard.length = 0;
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => frames.push(callback));
  stop = hearEarlyMoves(element, (event) => heard.push(event));
});

afterEach(() => {
  stop();
  vi.unstubAllGlobals();
});

test('the first move of a frame is heard at once, the rest of it is left to pointermove', () => {
  const first = move();
  move();
  expect(heard).toEqual([first]);
  frame();
  const next = move();
  expect(heard).toEqual([first, next]);
});

test('nothing is heard after its end', () => {
  stop();
  move();
  expect(heard).toEqual([]);
});
