import { matrixOf, type MatrixId } from '../../engine/curvature/index.ts';
import type { Part } from '../../engine/network/groups.ts';
import type { Topology } from '../../engine/network/topology.ts';
import type { MatrixPart, MatrixResult, PartReply, Snapshot } from '../protocol.ts';
import { ownedRows, type OwnedRows } from '../../engine/network/ownedRows.ts';
import { placeRows } from './packRows.ts';
import { addSums, type PartSums } from './partSums.ts';

/** A matrix that is put together from its parts. */
interface Growing {
  readonly values: Float64Array;
  readonly form: MatrixPart['form'];
  readonly operations: number;
  sums: PartSums;
  milliseconds: number;
}

export interface Merge {
  add(part: Part, reply: PartReply): void;
  /** What is there: entries that did not come yet are NaN, and so are comparisons until all came. */
  snapshot(complete: boolean): Snapshot;
}

function grow(
  growing: Growing | undefined,
  found: MatrixPart,
  shares: readonly OwnedRows[],
  W: number,
  blank: boolean,
): Growing {
  const { form, operations, sums, milliseconds } = found;
  const dense = form === 'dense';
  const grown = growing ?? {
    values: dense ? empty(W * W, blank) : found.values,
    form,
    operations,
    sums: { squares: 0, differences: 0, trace: 0, largest: 0 },
    milliseconds: 0,
  };
  if (dense) placeRows(shares, found.values, grown.values, W);
  grown.sums = addSums(grown.sums, sums);
  grown.milliseconds += milliseconds;
  return grown;
}

/** ‖A − H‖/‖H‖, or ‖A‖/‖H‖ for a part of H. */
const relativeError = (id: MatrixId, { sums }: Growing, exactSquares: number): number =>
  Math.sqrt((matrixOf(id).role === 'part' ? sums.squares : sums.differences) / exactSquares);

/** Writing NaN costs as much as placing the parts: only where it can be seen. */
const empty = (length: number, blank: boolean): Float64Array =>
  blank ? new Float64Array(length).fill(NaN) : new Float64Array(length);

/**
 * Puts the parts of a problem's matrices together, in whatever order they come. Where they are looked at before
 * all are there, what is missing must be `blank`.
 */
export function mergeParts(topology: Topology, blank: boolean): Merge {
  const { W } = topology;
  const growing = new Map<MatrixId, Growing>();
  let error = NaN;
  let gradient: Float64Array | null = null;
  let exactSquares = 0;
  let milliseconds = 0;

  function resultOf(id: MatrixId, found: Growing, complete: boolean): MatrixResult {
    const { values, form, operations, sums } = found;
    return {
      values,
      form,
      operations,
      milliseconds: found.milliseconds,
      largest: sums.largest,
      trace: complete ? sums.trace : NaN,
      relativeError: complete ? relativeError(id, found, exactSquares) : NaN,
    };
  }

  return {
    add(part, reply) {
      const shares = ownedRows(topology, part);
      for (const [name, found] of Object.entries(reply.matrices)) {
        const id = name as MatrixId;
        growing.set(id, grow(growing.get(id), found, shares, W, blank));
        milliseconds += found.milliseconds;
      }
      exactSquares += reply.exactSquares;
      if (reply.gradient !== null) ({ error, gradient } = reply);
    },
    snapshot: (complete) => ({
      error,
      gradient: gradient ?? new Float64Array(W).fill(NaN),
      matrices: Object.fromEntries([...growing].map(([id, found]) => [id, resultOf(id, found, complete)])),
      milliseconds,
    }),
  };
}
