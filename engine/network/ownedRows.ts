import { groupsIn, type Group, type Part } from './groups.ts';
import type { Run } from './runs.ts';
import type { Topology } from './topology.ts';

/**
 * One group's share of a symmetric matrix: its rows, and in each the columns of the groups before it and of
 * itself. All groups' shares and their mirror images are the whole matrix.
 */
export interface OwnedRows {
  readonly rows: readonly number[];
  /** Columns of earlier groups: these entries stand for two. */
  readonly earlier: readonly Run[];
  /** Columns of the group itself. */
  readonly own: readonly Run[];
}

const runsFrom = (...runs: readonly Run[]): readonly Run[] => runs.filter(({ from, end }) => end > from);

function ownedBy({ layers }: Topology, { layer, weights, fanIn, bias }: Group): OwnedRows {
  const { biases } = layers[layer];
  return {
    rows: [...Array.from({ length: fanIn }, (_, i) => weights + i), bias],
    earlier: runsFrom({ from: 0, end: weights }, { from: biases, end: bias }),
    own: runsFrom({ from: weights, end: weights + fanIn }, { from: bias, end: bias + 1 }),
  };
}

/** The shares of a part's groups, or of all, in their order. O(parameters). */
export const ownedRows = (topology: Topology, part?: Part): readonly OwnedRows[] =>
  groupsIn(topology, part).map((group) => ownedBy(topology, group));
