import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createStore } from 'zustand';
import type { Experiment } from '../../engine/experiment/document.ts';
import type { Snapshot } from '../../workers/protocol.ts';
import type { ExperimentState } from './experiment.ts';
import { createResults } from './results.ts';
import { createShown } from './shown.ts';
import { startingExperiment } from './startingExperiment.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const SNAPSHOT: Snapshot = { error: 0, gradient: new Float64Array(0), matrices: {}, milliseconds: 0 };

function start() {
  const document = createStore<ExperimentState>()(() => ({ experiment: startingExperiment }));
  const results = createResults();
  const shown = createShown(document, results);
  const change = (): Experiment => {
    const experiment = { ...startingExperiment };
    document.setState({ experiment });
    return experiment;
  };
  const arrive = (experiment: Experiment): void =>
    results.setState({ snapshot: { experiment, value: SNAPSHOT } });
  return { shown, change, arrive, seen: () => shown.store.getState().experiment };
}

describe('what panels show of a document', () => {
  test('is the document at once', () => {
    const { change, seen } = start();
    expect(seen()).toBe(startingExperiment);
    const later = change();
    expect(seen()).toBe(later);
  });

  test('waits for the next matrices while it is held, and is the newest then', () => {
    const { shown, change, arrive, seen } = start();
    shown.hold();
    const first = change();
    const second = change();
    expect(seen()).toBe(startingExperiment);
    arrive(first);
    expect(seen()).toBe(second);
  });

  test('is told once for many changes', () => {
    const { shown, change, arrive } = start();
    const told = vi.fn();
    shown.store.subscribe(told);
    shown.hold();
    const first = change();
    change();
    change();
    arrive(first);
    expect(told).toHaveBeenCalledTimes(1);
  });

  test('does not wait long where no matrices come', () => {
    const { shown, change, seen } = start();
    shown.hold();
    change();
    vi.advanceTimersByTime(30);
    const second = change();
    expect(seen()).toBe(startingExperiment);
    vi.advanceTimersByTime(20);
    expect(seen()).toBe(second);
  });

  test('is up to date as soon as it is let go, and follows at once from then on', () => {
    const { shown, change, seen } = start();
    const release = shown.hold();
    const held = change();
    release();
    expect(seen()).toBe(held);
    const later = change();
    expect(seen()).toBe(later);
  });
});
