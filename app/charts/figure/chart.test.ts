import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chartOf } from './chart.ts';
import { colourIn, mix } from './colours.ts';
import { legendOf } from './legend.ts';
import { markerPaths } from './markers.ts';
import { spansOf } from './richText.ts';
import type { FigureSpec, MarkerSymbol, ScatterTrace } from './spec.ts';
import { filledTemplate, tipOf } from './tips.ts';

const size = { width: 400, height: 300 };
const measure = (text: string): number => 6 * text.length;

const curve: ScatterTrace = {
  type: 'scatter',
  mode: 'lines',
  name: 'curve',
  x: [0, 1, 2, 3, 4],
  y: [0, 1, null, 1, 0],
  line: { color: 'red' },
  hovertemplate: 'at %{x}: %{y:.2f}<extra>curve</extra>',
};

const chartWith = (spec: FigureSpec) => chartOf(spec, size, measure);

describe('a chart', () => {
  test('breaks a curve where a value is missing', () => {
    const { paths } = chartWith({ traces: [curve], layout: {} });
    const drawn = paths.find(({ stroke }) => stroke === 'red')?.d ?? '';
    expect(drawn.match(/M/g)).toHaveLength(2);
  });

  test('draws what lies below before what lies above', () => {
    const shape = { type: 'line', x0: 0, x1: 1, y0: 0, y1: 1 } as const;
    const { paths } = chartWith({
      traces: [curve],
      layout: {
        shapes: [
          { ...shape, line: { color: 'above' } },
          { ...shape, layer: 'below', line: { color: 'below' } },
        ],
      },
    });
    const order = paths.flatMap(({ stroke = '' }) =>
      ['above', 'below', 'red'].includes(stroke) ? [stroke] : [],
    );
    expect(order).toEqual(['below', 'red', 'above']);
  });

  test('fills between a curve and the one before it', () => {
    const band = { ...curve, y: [1, 1, 1, 1, 1], line: { width: 0 } };
    const { paths, frame } = chartWith({
      traces: [band, { ...band, y: [2, 2, 2, 2, 2], fill: 'tonexty', fillcolor: 'tint' }],
      layout: {},
    });
    const heights = (paths.find(({ fill }) => fill === 'tint')?.d ?? '')
      .match(/,[\d.]+/g)
      ?.map((y) => Number(y.slice(1)));
    const [low, high] = [1, 2].map((value) => Number(frame.y.pixel(value).toFixed(2)));
    expect(new Set(heights)).toEqual(new Set([low, high]));
  });

  test('puts shapes and notes of a logarithmic axis where its points are', () => {
    const { paths, texts, frame } = chartWith({
      traces: [{ ...curve, mode: 'markers', x: [1, 10], y: [0.01, 100] }],
      layout: {
        yaxis: { type: 'log' },
        shapes: [{ type: 'line', x0: 1, x1: 10, y0: 1, y1: 1, line: { color: 'level' } }],
        annotations: [{ x: 5, y: 0, text: 'here', showarrow: false }],
      },
    });
    const level = Number(frame.y.pixel(1).toFixed(2));
    expect(paths.find(({ stroke }) => stroke === 'level')?.d).toContain(`,${level}`);
    expect(texts.find(({ text }) => text === 'here')?.y).toBeCloseTo(level, 1);
  });
});

describe('what the pointer says', () => {
  test('is of the nearest point, and nothing far from all', () => {
    const { frame, series } = chartWith({ traces: [curve], layout: {} });
    const [x, y] = [frame.x.pixel(3), frame.y.pixel(1)];
    expect(tipOf(frame, series, 'closest', x + 3, y - 4)).toEqual({
      x,
      y,
      lines: ['curve', 'at 3: 1.00'],
      point: { trace: 0, point: 3, x: 3, y: 1 },
    });
    expect(tipOf(frame, series, 'closest', frame.x.pixel(2), frame.y.pixel(0))).toBeNull();
  });

  test('is of all curves at a place, where they are read across', () => {
    const other = { ...curve, name: 'other', y: [1, 0, 0, 0, 1], hovertemplate: 'other %{y}' };
    const { frame, series } = chartWith({
      traces: [curve, other],
      layout: { xaxis: { title: { text: 'step' } } },
    });
    const tip = tipOf(frame, series, 'x', frame.x.pixel(1) + 2, frame.plot.top + 1);
    expect(tip?.lines).toEqual(['step 1', 'curve', 'at 1: 1.00', 'other 0']);
  });

  test('is the height of a surface where no point is near', () => {
    const { frame, series } = chartWith({
      traces: [
        {
          ...{ type: 'contour', line: {}, hovertemplate: 'E %{z:.1f} %{text}', showscale: false },
          x: [0, 1, 2],
          y: [0, 1],
          z: [
            [1, 2, 3],
            [4, 5, null],
          ],
          text: [
            ['a', 'b', 'c'],
            ['d', 'e', 'f'],
          ],
        },
      ],
      layout: {},
    });
    const say = (x: number, y: number) =>
      tipOf(frame, series, 'closest', frame.x.pixel(x), frame.y.pixel(y))?.lines;
    expect(say(0.9, 0.8)).toEqual(['E 5.0 e']);
    expect(say(2, 1)).toBeUndefined();
  });

  test('leaves out what is to be skipped', () => {
    const { frame, series } = chartWith({ traces: [{ ...curve, hoverinfo: 'skip' }], layout: {} });
    expect(tipOf(frame, series, 'closest', frame.x.pixel(3), frame.y.pixel(1))).toBeNull();
  });

  test('has the formats of d3', () =>
    expect(filledTemplate('λ = %{x:.1e}<br>%{text}<extra></extra>', { x: -0.00123, text: 'name' })).toEqual([
      'λ = −1.2e-3',
      'name',
    ]));
});

const symbols: readonly MarkerSymbol[] = [
  'circle',
  'diamond',
  'square',
  'triangle-up',
  'triangle-down',
  'cross',
  'x',
  'star',
  'circle-open',
];

describe('marks', () => {
  test.each(symbols)('of a %s stand about their point', (symbol) => {
    const [path] = markerPaths({ symbol, size: 10 }, [{ x: 50, y: 80, at: 0 }]);
    const numbers =
      (path?.d ?? '')
        .replace(/a.*?(?=a|Z)/g, '')
        .match(/-?[\d.]+/g)
        ?.map(Number) ?? [];
    const [xs, ys] = [0, 1].map((odd) => numbers.filter((_, k) => k % 2 === odd));
    for (const x of xs ?? []) expect(Math.abs(x - 50)).toBeLessThanOrEqual(7);
    for (const y of ys ?? []) expect(Math.abs(y - 80)).toBeLessThanOrEqual(7);
  });

  test('that look the same are one path', () => {
    const points = [0, 1, 2, 3].map((at) => ({ x: at, y: at, at }));
    expect(markerPaths({ color: ['a', 'b', 'a', 'b'], size: [5, 5, 5, 0] }, points)).toHaveLength(2);
  });
});

test('a legend names the series that have a name', () => {
  const traces = [
    curve,
    { ...curve, showlegend: false },
    { type: 'scatter', mode: 'lines', x: [], y: [] } as const,
  ];
  expect(legendOf(traces, {}).map(({ name }) => name)).toEqual(['curve']);
  expect(legendOf(traces, { showlegend: false })).toEqual([]);
});

test('colours between two are mixed, whatever way they are written', () => {
  expect(mix('#000', '#ffffff', 0.5)).toBe('rgb(128, 128, 128)');
  expect(mix('rgb(10, 20, 30)', '#0a141e', 0.3)).toBe('rgb(10, 20, 30)');
  const scale = [
    [0, '#f00'],
    [0.5, '#0f0'],
    [1, '#00f'],
  ] as const;
  expect([-1, 0, 0.25, 0.75, 2].map((share) => colourIn(scale, share))).toEqual([
    '#f00',
    '#f00',
    'rgb(128, 128, 0)',
    'rgb(0, 128, 128)',
    '#00f',
  ]);
});

test('a text cut at its tags is the text', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom('', 'sub', 'sup'), fc.stringMatching(/^[a-z0-9 ]+$/))),
      (parts) => {
        const text = parts.map(([tag, part]) => (tag === '' ? part : `<${tag}>${part}</${tag}>`)).join('');
        const spans = spansOf(text);
        expect(spans.map((span) => span.text).join('')).toBe(parts.map(([, part]) => part).join(''));
        expect(spans.filter(({ shift }) => shift !== null)).toHaveLength(
          parts.filter(([tag]) => tag !== '').length,
        );
      },
    ),
  );
});
