import type { Topology } from '../../../engine/network/topology.ts';
import { neighbourCurve, pathOf, skipCurve } from '../../explorer/network/edgeCurve.ts';

/** Sizes of the drawing in pixels: it is not scaled, so that its numbers stay readable. */
export const CARD = {
  width: 148,
  height: 53,
  input: 24,
  gapX: 38,
  gapY: 6,
  head: 22,
  margin: 6,
  lane: 16,
} as const;

const MOST_UNITS = 12;
const MOST_WEIGHTS = 400;

/** Why a network is not drawn, in one sentence; null when it is. */
export function tooLargeToDraw({ inputUnits, layers, W }: Topology): string | null {
  const columns = [
    { name: 'input', units: inputUnits },
    ...layers.map(({ spec, units }) => ({ name: spec.name, units })),
  ];
  const wide = columns.find(({ units }) => units > MOST_UNITS);
  if (wide !== undefined)
    return `The drawing holds ${MOST_UNITS} units a layer, ${wide.name} has ${wide.units}`;
  if (W > MOST_WEIGHTS) return `The drawing holds ${MOST_WEIGHTS} weights, this network has ${W}`;
  return null;
}

export interface PlacedCard {
  readonly unit: number;
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

export interface PlacedHead {
  readonly layer: number;
  readonly x: number;
}

/** A weight between two units. */
export interface PlacedEdge {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly path: string;
}

export interface CardLayout {
  readonly width: number;
  readonly height: number;
  readonly heads: readonly PlacedHead[];
  readonly cards: readonly PlacedCard[];
  readonly edges: readonly PlacedEdge[];
}

/** Places a card for every unit, column by column, and the weights between them; skips pass below the cards. */
export function layoutCards({ inputUnits, layers }: Topology): CardLayout {
  const columns = [inputUnits, ...layers.map(({ units }) => units)];
  const heightOf = (column: number): number => (column === 0 ? CARD.input : CARD.height);
  const stackOf = (column: number): number =>
    (columns[column] ?? 0) * (heightOf(column) + CARD.gapY) - CARD.gapY;
  const skips = layers.flatMap(({ index, sources }) =>
    sources.filter(({ layer }) => layer < index - 1),
  ).length;
  const room = Math.max(...columns.map((_, column) => stackOf(column)));
  const top = CARD.head + CARD.margin;
  const xOf = (column: number): number => CARD.margin + column * (CARD.width + CARD.gapX);
  const cards: PlacedCard[] = [];
  columns.forEach((units, column) => {
    const first = top + (room - stackOf(column)) / 2;
    for (let j = 0; j < units; j++)
      cards.push({
        unit: cards.length,
        x: xOf(column),
        y: first + j * (heightOf(column) + CARD.gapY),
        height: heightOf(column),
      });
  });
  const offsets = columns.map((_, column) => columns.slice(0, column).reduce((sum, units) => sum + units, 0));
  let lane = 0;
  const edges: PlacedEdge[] = [];
  for (const { index, units, sources } of layers)
    for (const source of sources) {
      const isSkip = source.layer < index - 1;
      if (isSkip) lane += 1;
      for (let i = 0; i < source.units; i++)
        for (let j = 0; j < units; j++) {
          const start = cards[(offsets[source.layer + 1] ?? 0) + i];
          const end = cards[(offsets[index + 1] ?? 0) + j];
          if (start === undefined || end === undefined) continue;
          const from = { x: start.x + CARD.width, y: start.y + start.height / 2 };
          const to = { x: end.x, y: end.y + end.height / 2 };
          const below =
            top + room + (lane - 1) * CARD.lane + CARD.lane / 2 + (4 * (i + j)) / (source.units + units);
          const curve = isSkip
            ? skipCurve(from, to, xOf(source.layer + 2), xOf(index) + CARD.width, below)
            : neighbourCurve(from, to);
          edges.push({
            key: `${start.unit}-${end.unit}`,
            from: start.unit,
            to: end.unit,
            path: pathOf(curve),
          });
        }
    }
  return {
    width: xOf(columns.length - 1) + CARD.width + CARD.margin,
    height: top + room + skips * CARD.lane + CARD.margin,
    heads: columns.map((_, column) => ({ layer: column - 1, x: xOf(column) })),
    cards,
    edges,
  };
}
