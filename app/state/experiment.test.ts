import { beforeEach, expect, test } from 'vitest';
import type { Edit } from './experiment.ts';
import { startingExperiment } from './startingExperiment.ts';
import { explorer } from './lab.ts';

const titled =
  (title: string): Edit =>
  (experiment) =>
    experiment.title === title ? experiment : { ...experiment, title };
const title = (): string => explorer.experiment.getState().experiment.title;

beforeEach(() => explorer.open({ ...startingExperiment, title: 'start' }));

test('edits of one gesture are one undo step', () => {
  for (const next of ['a', 'b', 'c']) explorer.edit(titled(next), 'drag');
  explorer.undo();
  expect(title()).toBe('start');
  explorer.redo();
  expect(title()).toBe('c');
});

test('a gesture that ended, or has another name, is a step of its own', () => {
  explorer.edit(titled('a'), 'drag');
  explorer.endGesture();
  explorer.edit(titled('b'), 'drag');
  explorer.edit(titled('c'), 'type');
  explorer.undo();
  expect(title()).toBe('b');
  explorer.undo();
  expect(title()).toBe('a');
});

test('a gesture that begins without a change keeps the step before it', () => {
  explorer.edit(titled('a'));
  explorer.edit(titled('a'), 'drag');
  explorer.edit(titled('b'), 'drag');
  explorer.undo();
  expect(title()).toBe('a');
});

test('a refused edit leaves document and history as they were', () => {
  explorer.edit(titled('a'));
  const refuse: Edit = () => {
    throw new Error('refused');
  };
  expect(() => explorer.edit(refuse, 'drag')).toThrow('refused');
  expect(title()).toBe('a');
  explorer.undo();
  expect(title()).toBe('start');
});
