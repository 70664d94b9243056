import type { FilledSymbol, MarkerStyle, MarkerSymbol } from './spec.ts';
import { px, type ScenePath } from './scene.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
  /** Its place in the trace. */
  readonly at: number;
}

type Corner = readonly [x: number, y: number];

const turn = (count: number, from: number, radius: (k: number) => number): Corner[] =>
  Array.from({ length: count }, (_, k) => {
    const angle = from + (2 * Math.PI * k) / count;
    return [radius(k) * Math.cos(angle), radius(k) * Math.sin(angle)];
  });

const UP = -Math.PI / 2;
const ARM = 0.4;
const plus: readonly Corner[] = [
  [-ARM, -1],
  [ARM, -1],
  [ARM, -ARM],
  [1, -ARM],
  [1, ARM],
  [ARM, ARM],
  [ARM, 1],
  [-ARM, 1],
  [-ARM, ARM],
  [-1, ARM],
  [-1, -ARM],
  [-ARM, -ARM],
];
const oblique = ([x, y]: Corner): Corner => [(x - y) * Math.SQRT1_2, (x + y) * Math.SQRT1_2];

/** Corners for a radius of 1, of about the same area each. */
const corners: Readonly<Record<Exclude<FilledSymbol, 'circle'>, readonly Corner[]>> = {
  diamond: turn(4, UP, () => 1.3),
  square: turn(4, UP / 2, () => 1.25),
  'triangle-up': turn(3, UP, () => 1.35),
  'triangle-down': turn(3, -UP, () => 1.35),
  cross: plus,
  x: plus.map(oblique),
  star: turn(10, UP, (k) => (k % 2 === 0 ? 1.4 : 0.6)),
};

const outlineAt = ({ x, y }: Point, symbol: FilledSymbol, r: number): string => {
  if (symbol === 'circle')
    return `M${px(x - r)},${px(y)}a${px(r)},${px(r)} 0 1,0 ${px(2 * r)},0a${px(r)},${px(r)} 0 1,0 ${px(-2 * r)},0Z`;
  return `M${corners[symbol].map(([u, v]) => `${px(x + r * u)},${px(y + r * v)}`).join('L')}Z`;
};

const crossingAt = ({ x, y }: Point, r: number): string =>
  `M${px(x - r)},${px(y - r)}L${px(x + r)},${px(y + r)}M${px(x - r)},${px(y + r)}L${px(x + r)},${px(y - r)}`;

const levelAt = ({ x, y }: Point, r: number): string =>
  `M${px(x - 1.4 * r)},${px(y)}L${px(x + 1.4 * r)},${px(y)}`;

interface Look {
  readonly symbol: MarkerSymbol;
  readonly size: number;
  readonly colour: string;
  readonly edge: string;
  readonly edgeWidth: number;
}

const pick = <T extends string | number>(value: T | readonly T[] | undefined, at: number, otherwise: T): T =>
  value instanceof Array ? (value[at] ?? otherwise) : (value ?? otherwise);

function lookOf({ symbol, size, color, line }: MarkerStyle, at: number): Look {
  const colour = pick(color, at, 'currentColor');
  return {
    symbol: pick(symbol, at, 'circle'),
    size: pick(size, at, 6),
    colour,
    edge: pick(line?.color, at, colour),
    edgeWidth: pick(line?.width, at, 0),
  };
}

const isOpen = (symbol: MarkerSymbol): symbol is 'circle-open' | 'diamond-open' => symbol.endsWith('-open');
const filledOf = (symbol: 'circle-open' | 'diamond-open'): FilledSymbol =>
  symbol === 'circle-open' ? 'circle' : 'diamond';

/** One path of all points that look the same. */
function pathOf({ symbol, size, colour, edge, edgeWidth }: Look, points: readonly Point[]): ScenePath {
  const r = size / 2;
  if (symbol === 'x-thin' || symbol === 'line-ew') {
    const at = symbol === 'x-thin' ? crossingAt : levelAt;
    return { d: points.map((point) => at(point, r)).join(''), stroke: edge, width: edgeWidth || 1 };
  }
  if (isOpen(symbol)) {
    const d = points.map((point) => outlineAt(point, filledOf(symbol), r)).join('');
    return { d, stroke: edge, width: edgeWidth || 1 };
  }
  const d = points.map((point) => outlineAt(point, symbol, r)).join('');
  return { d, fill: colour, ...(edgeWidth > 0 ? { stroke: edge, width: edgeWidth } : {}) };
}

/** The marks of a series, a path for each look. */
export function markerPaths(marker: MarkerStyle, points: readonly Point[]): readonly ScenePath[] {
  const groups = new Map<string, { readonly look: Look; readonly points: Point[] }>();
  for (const point of points) {
    const look = lookOf(marker, point.at);
    if (look.size <= 0) continue;
    const key = Object.values(look).join();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { look, points: [point] });
    else group.points.push(point);
  }
  const { opacity } = marker;
  return Array.from(groups.values(), (group) => ({
    ...pathOf(group.look, group.points),
    ...(opacity === undefined ? {} : { opacity }),
  }));
}
