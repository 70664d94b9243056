import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parameterName } from '../../engine/network/parameterNames.ts';
import { topologyOf } from '../../engine/network/topology.ts';
import { removeLayer, setNumber, toggleSkip } from './edits/network.ts';
import { followNetwork } from './followNetwork.ts';
import { startingExperiment } from './startingExperiment.ts';
import { explorer } from './lab.ts';

const nameOf = (index: number | null | undefined) =>
  index === null || index === undefined
    ? null
    : parameterName(topologyOf(explorer.experiment.getState().experiment.network), index);

let stop = (): void => undefined;
beforeEach(() => {
  explorer.open(startingExperiment);
  stop = followNetwork(explorer);
});
afterEach(() => stop());

describe('followNetwork', () => {
  it('keeps the same weight selected while others come and go', () => {
    explorer.selection.setState({ parameter: 58 });
    explorer.selection.setState({ entry: { row: 20, column: 54 } });
    const before = [nameOf(58), nameOf(20), nameOf(54)];
    explorer.edit(setNumber('hidden1', 'units', 8));
    explorer.edit(toggleSkip('input', 'output'));
    const after = () => {
      const { parameter, entry } = explorer.selection.getState();
      return [nameOf(parameter), nameOf(entry?.row), nameOf(entry?.column)];
    };
    expect(after()).toEqual(before);
    expect(explorer.selection.getState().parameter).not.toBe(58);
    explorer.undo();
    explorer.undo();
    expect(after()).toEqual(before);
  });

  it('lets go of what is no more', () => {
    explorer.selection.setState({ parameter: 20 });
    explorer.selection.setState({ entry: { row: 20, column: 58 } });
    explorer.edit(removeLayer('hidden2'));
    expect(explorer.selection.getState()).toEqual({ parameter: null, entry: null, hover: null });
  });
});
