import { matrixOf, type MatrixId } from '../../engine/curvature/index.ts';
import type { Part } from '../../engine/network/groups.ts';
import type { Topology } from '../../engine/network/topology.ts';
import type { MatrixPart, MatrixResult, PartReply, Snapshot } from '../protocol.ts';
import { ownedRows } from '../../engine/network/ownedRows.ts';
import { copyRows } from './copyRows.ts';
import { placeRows } from './packRows.ts';
import { addSums, type PartSums } from './partSums.ts';

/** A matrix that is put together from its parts. */
interface Growing {
  readonly values: Float64Array;
  readonly form: MatrixPart['form'];
  readonly operations: number;
  readonly sums: PartSums;
  readonly milliseconds: number;
}

export interface Merge {
  add(part: Part, reply: PartReply): void;
  /** What is there: entries that did not come yet are NaN, and so are comparisons until all came. */
  snapshot(complete: boolean): Snapshot;
  /** Buffers whose contents were copied. */
  leftOver(): readonly ArrayBufferLike[];
}

/** ‖A − H‖/‖H‖, or ‖A‖/‖H‖ for a part of H. */
const relativeError = (id: MatrixId, { sums }: Growing, exactSquares: number): number =>
  Math.sqrt((matrixOf(id).role === 'part' ? sums.squares : sums.differences) / exactSquares);

/**
 * Puts the parts of a problem's matrices together, in whatever order they come. Packed parts may be looked at
 * before all are there: what is missing is NaN.
 */
export function mergeParts(topology: Topology, packed: boolean): Merge {
  const { W } = topology;
  const growing = new Map<MatrixId, Growing>();
  const copied = new Set<ArrayBufferLike>();
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

  /** The values of a matrix with one more part; the first part that is not packed takes the others in. */
  function join(growing: Growing | undefined, { form, values }: MatrixPart, part: Part): Float64Array {
    if (form === 'diagonal') return values;
    if (packed) {
      const whole = growing?.values ?? new Float64Array(W * W).fill(NaN);
      placeRows(ownedRows(topology, part), values, whole, W);
      return whole;
    }
    if (growing === undefined) return values;
    copyRows(topology, part, values, growing.values);
    if (values !== growing.values) copied.add(values.buffer);
    return growing.values;
  }

  return {
    leftOver: () => [...copied],
    add(part, reply) {
      for (const [name, found] of Object.entries(reply.matrices)) {
        const id = name as MatrixId;
        const before = growing.get(id);
        const { form, operations } = found;
        growing.set(id, {
          values: join(before, found, part),
          form,
          operations,
          sums: before === undefined ? found.sums : addSums(before.sums, found.sums),
          milliseconds: found.milliseconds + (before?.milliseconds ?? 0),
        });
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
