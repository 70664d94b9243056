import { biasIndex } from '../../../engine/network/parameterNames.ts';
import { drawnRows } from './columns.ts';
import type { Graph } from './graphEdges.ts';
import type { Kernel } from './kernels.ts';
import { biasDisc } from './ports.ts';

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

/** The weight of a kernel whose cell holds a point. */
function kernelWeight(kernels: readonly Kernel[], x: number, y: number): number | null {
  for (const kernel of kernels) {
    const column = Math.floor(((x - kernel.x) / kernel.width) * kernel.side);
    const row = Math.floor(((y - kernel.y) / kernel.height) * kernel.side);
    const inside = (at: number): boolean => at >= 0 && at < kernel.side;
    if (inside(row) && inside(column)) return kernel.first + row * kernel.side + column;
  }
  return null;
}

/** The bias whose circle holds a point. */
function biasAt({ topology, columns }: Graph, x: number, y: number): number | null {
  for (const column of columns) {
    if ((topology.layers[column.layer]?.rows ?? 0) === 0) continue;
    for (const row of drawnRows(column)) {
      const disc = biasDisc(column, row);
      if (Math.hypot(x - disc.x, y - disc.y) <= disc.radius) return biasIndex(topology, column.layer, row);
    }
  }
  return null;
}

/** The parameter under the pointer: a bias inside its circle, a kernel's cell, else the nearest edge within reach. */
export function nearestParameter(graph: Graph, x: number, y: number): number | null {
  const hit = biasAt(graph, x, y) ?? kernelWeight(graph.kernels, x, y);
  return hit ?? nearestEdge(graph, x, y);
}

function nearestEdge({ edges }: Graph, x: number, y: number): number | null {
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
