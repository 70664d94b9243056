import { beforeEach, expect, test } from 'vitest';
import type { Edit } from './experiment.ts';
import { edit, endGesture, openExperiment, redo, undo, useExperiment } from './experiment.ts';
import { startingExperiment } from './startingExperiment.ts';

const titled =
  (title: string): Edit =>
  (experiment) =>
    experiment.title === title ? experiment : { ...experiment, title };
const title = (): string => useExperiment.getState().experiment.title;

beforeEach(() => openExperiment({ ...startingExperiment, title: 'start' }));

test('edits of one gesture are one undo step', () => {
  for (const next of ['a', 'b', 'c']) edit(titled(next), 'drag');
  undo();
  expect(title()).toBe('start');
  redo();
  expect(title()).toBe('c');
});

test('a gesture that ended, or has another name, is a step of its own', () => {
  edit(titled('a'), 'drag');
  endGesture();
  edit(titled('b'), 'drag');
  edit(titled('c'), 'type');
  undo();
  expect(title()).toBe('b');
  undo();
  expect(title()).toBe('a');
});

test('a gesture that begins without a change keeps the step before it', () => {
  edit(titled('a'));
  edit(titled('a'), 'drag');
  edit(titled('b'), 'drag');
  undo();
  expect(title()).toBe('a');
});

test('a refused edit leaves document and history as they were', () => {
  edit(titled('a'));
  const refuse: Edit = () => {
    throw new Error('refused');
  };
  expect(() => edit(refuse, 'drag')).toThrow('refused');
  expect(title()).toBe('a');
  undo();
  expect(title()).toBe('start');
});
