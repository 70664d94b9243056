import type { Part } from '../network/groups.ts';
import type { Topology } from '../network/topology.ts';

/** Units `first` … `end − 1` of a layer. */
export interface Range {
  readonly first: number;
  readonly end: number;
}

/** The units of each layer whose rows belong to a part, or all: for networks of dense layers, whose groups are units. */
export function rowRanges({ layers }: Topology, part?: Part): readonly Range[] {
  let before = 0;
  const ranges: Range[] = [];
  for (const { units } of layers) {
    const first = part === undefined ? 0 : Math.min(Math.max(part.first - before, 0), units);
    const end = part === undefined ? units : Math.min(Math.max(part.end - before, 0), units);
    before += units;
    ranges.push({ first, end });
  }
  return ranges;
}

export const isEmpty = ({ first, end }: Range): boolean => first >= end;
