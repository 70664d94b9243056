import { topologyOf } from '../../engine/network/topology.ts';
import type { Lab } from './lab.ts';
import { sameParameter } from './sameParameter.ts';
import type { Entry } from './selection.ts';

/** When the network changes (undo included), what is selected stays selected, or nothing is when it is no more. */
export function followNetwork(lab: Lab): () => void {
  return lab.experiment.subscribe(({ experiment }, { experiment: before }) => {
    if (experiment.network === before.network) return;
    const old = topologyOf(before.network);
    const next = topologyOf(experiment.network);
    const moved = (index: number): number | null => sameParameter(old, index, next);
    const movedEntry = (entry: Entry | null): Entry | null => {
      if (entry === null) return null;
      const row = moved(entry.row);
      const column = moved(entry.column);
      return row === null || column === null ? null : { row, column };
    };
    const { parameter, entry } = lab.selection.getState();
    lab.selection.setState({
      parameter: parameter === null ? null : moved(parameter),
      entry: movedEntry(entry),
      hover: null,
    });
  });
}
