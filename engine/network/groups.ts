import type { Topology } from './topology.ts';

/** A unit of a dense layer or a channel of a convolution: one row of W and its bias. */
export interface Group {
  readonly layer: number;
  /** Unit or channel within the layer. */
  readonly row: number;
  /** Index of its first weight; `fanIn` of them follow each other. */
  readonly weights: number;
  readonly fanIn: number;
  readonly bias: number;
}

/** Groups `first` … `end − 1` of `groupsOf`: the rows of a matrix that one piece of work computes. */
export interface Part {
  readonly first: number;
  readonly end: number;
}

/** All parameters as groups, in the order of the parameter vector's weights. */
export const groupsOf = ({ layers }: Topology): readonly Group[] =>
  layers.flatMap(({ index, rows, fanIn, weights, biases }) =>
    Array.from({ length: rows }, (_, row) => ({
      layer: index,
      row,
      weights: weights + row * fanIn,
      fanIn,
      bias: biases + row,
    })),
  );

/** The groups of a part, or all. */
export const groupsIn = (topology: Topology, part?: Part): readonly Group[] =>
  groupsOf(topology).slice(part?.first, part?.end);

/** The parameter indices of a part, or all. */
export const indicesIn = (topology: Topology, part?: Part): readonly number[] =>
  groupsIn(topology, part).flatMap(({ weights, fanIn, bias }) => [
    ...Array.from({ length: fanIn }, (_, i) => weights + i),
    bias,
  ]);
