import { biasIndex } from '../../../engine/network/parameterNames.ts';
import type { Graph } from './graphEdges.ts';

/** Half the width of an edge's invisible grip, in the graph's units. */
const REACH = 8;

/** Squared distance from a point to the segment (ax, ay)–(bx, by). */
function segmentDistance(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const dx = bx - ax;
  const dy = by - ay;
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return (ax + t * dx - x) ** 2 + (ay + t * dy - y) ** 2;
}

function curveDistance(samples: Float64Array, x: number, y: number): number {
  let least = Number.POSITIVE_INFINITY;
  const at = (index: number): number => samples[index] ?? Number.NaN;
  for (let k = 0; k + 3 < samples.length; k += 2)
    least = Math.min(least, segmentDistance(x, y, at(k), at(k + 1), at(k + 2), at(k + 3)));
  return least;
}

/** The parameter under the pointer: a unit's bias inside its circle, else the nearest edge within reach. */
export function nearestParameter({ topology, columns, edges }: Graph, x: number, y: number): number | null {
  for (const column of columns) {
    if (column.layer < 0) continue;
    for (const row of column.rows)
      if (row.kind === 'unit' && Math.hypot(x - column.x, y - row.y) <= column.radius)
        return biasIndex(topology, column.layer, row.unit);
  }
  let nearest: number | null = null;
  let least = REACH * REACH;
  for (const edge of edges) {
    const distance = curveDistance(edge.samples, x, y);
    if (distance < least) {
      least = distance;
      nearest = edge.index;
    }
  }
  return nearest;
}
