import { matrixOf, type MatrixId } from '../../engine/curvature/index.ts';
import type { Part } from '../../engine/network/groups.ts';
import { shareOf } from '../../engine/network/shares.ts';
import type { Topology } from '../../engine/network/topology.ts';
import type { ExactPart, MatrixPart, MatrixResult, PartReply, Snapshot } from '../protocol.ts';
import { type Cells, joinCells } from './cells.ts';
import { JoinedMatrix } from './joinedMatrix.ts';
import { addSums, differencesOf, type PartSums } from './partSums.ts';

/** A matrix that is put together from its parts. */
interface Growing {
  /** The shares, or the whole of a diagonal. */
  readonly matrix: JoinedMatrix | Float64Array;
  readonly cells: Cells | null;
  readonly operations: number;
  readonly sums: PartSums;
  readonly milliseconds: number;
}

export interface Merge {
  /** W. */
  readonly order: number;
  /** Entries of a part's share of one matrix. */
  entriesOf(part: Part): number;
  add(part: Part, reply: PartReply): void;
  /** What is there: entries that did not come yet are NaN, and so are comparisons until all came. */
  snapshot(complete: boolean): Snapshot;
}

/** ‖A − H‖/‖H‖, or ‖A‖/‖H‖ for a part of H; NaN without H. */
function relativeError(id: MatrixId, { matrix, sums }: Growing, exact: ExactPart | null): number {
  if (exact === null) return NaN;
  const { squares, beside, diagonal } = exact;
  if (matrixOf(id).role === 'part') return Math.sqrt(sums.squares / squares);
  const joined = matrix instanceof JoinedMatrix;
  return Math.sqrt((joined ? sums.differences : differencesOf(matrix, diagonal, beside)) / squares);
}

const addExact = (a: ExactPart | null, b: ExactPart | null): ExactPart | null =>
  a === null || b === null
    ? (a ?? b)
    : {
        squares: a.squares + b.squares,
        beside: a.beside + b.beside,
        diagonal: a.diagonal.map((entry, q) => entry + (b.diagonal[q] ?? NaN)),
      };

/**
 * Puts the parts of a problem's matrices together, in whatever order they come. What was joined to something else and
 * is read no more goes to `discard`.
 */
export function mergeParts(topology: Topology, discard?: (values: Float64Array) => void): Merge {
  const { W } = topology;
  const growing = new Map<MatrixId, Growing>();
  let error = NaN;
  let gradient: Float64Array | null = null;
  let exact: ExactPart | null = null;
  let milliseconds = 0;

  function resultOf(id: MatrixId, found: Growing, complete: boolean): MatrixResult {
    const { matrix, cells, operations, sums } = found;
    const joined = matrix instanceof JoinedMatrix;
    return {
      form: joined ? 'dense' : 'diagonal',
      order: W,
      get values() {
        return joined ? matrix.values : matrix;
      },
      ...(joined ? { joined: matrix } : {}),
      cells,
      operations,
      milliseconds: found.milliseconds,
      largest: sums.largest,
      trace: complete ? sums.trace : NaN,
      relativeError: complete ? relativeError(id, found, exact) : NaN,
    };
  }

  function join(before: Growing | undefined, { form, values }: MatrixPart, part: Part): Growing['matrix'] {
    if (form === 'diagonal') return values;
    const joined = before?.matrix instanceof JoinedMatrix ? before.matrix : new JoinedMatrix(W);
    joined.add(shareOf(topology, part), values);
    return joined;
  }

  return {
    order: W,
    entriesOf: (part) => shareOf(topology, part).size,
    add(part, reply) {
      // Matrices that are one have their cells in common: those are joined once.
      const joined = new Set<Cells>();
      for (const [name, found] of Object.entries(reply.matrices)) {
        const id = name as MatrixId;
        const before = growing.get(id);
        const cells = before === undefined ? found.cells : before.cells;
        if (before !== undefined && cells !== null && found.cells !== null && !joined.has(cells)) {
          joinCells(cells, found.cells);
          joined.add(cells);
          discard?.(found.cells.values);
        }
        growing.set(id, {
          matrix: join(before, found, part),
          cells,
          operations: found.operations,
          sums: before === undefined ? found.sums : addSums(before.sums, found.sums),
          milliseconds: found.milliseconds + (before?.milliseconds ?? 0),
        });
        milliseconds += found.milliseconds;
      }
      exact = addExact(exact, reply.exact);
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
