import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parameterName } from '../../engine/network/parameterNames.ts';
import { topologyOf } from '../../engine/network/topology.ts';
import { removeLayer, setNumber, toggleSkip } from './edits/network.ts';
import { edit, openExperiment, undo, useExperiment } from './experiment.ts';
import { followNetwork } from './followNetwork.ts';
import { selectEntry, selectParameter, useSelection } from './selection.ts';
import { startingExperiment } from './startingExperiment.ts';

const nameOf = (index: number | null | undefined) =>
  index === null || index === undefined
    ? null
    : parameterName(topologyOf(useExperiment.getState().experiment.network), index);

let stop = (): void => undefined;
beforeEach(() => {
  openExperiment(startingExperiment);
  stop = followNetwork();
});
afterEach(() => stop());

describe('followNetwork', () => {
  it('keeps the same weight selected while others come and go', () => {
    selectParameter(58);
    selectEntry({ row: 20, column: 54 });
    const before = [nameOf(58), nameOf(20), nameOf(54)];
    edit(setNumber('hidden1', 'units', 8));
    edit(toggleSkip('input', 'output'));
    const after = () => {
      const { parameter, entry } = useSelection.getState();
      return [nameOf(parameter), nameOf(entry?.row), nameOf(entry?.column)];
    };
    expect(after()).toEqual(before);
    expect(useSelection.getState().parameter).not.toBe(58);
    undo();
    undo();
    expect(after()).toEqual(before);
  });

  it('lets go of what is no more', () => {
    selectParameter(20);
    selectEntry({ row: 20, column: 58 });
    edit(removeLayer('hidden2'));
    expect(useSelection.getState()).toEqual({ parameter: null, entry: null, hover: null });
  });
});
