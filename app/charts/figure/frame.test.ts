import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frameOf } from './frame.ts';
import type { AxisSpec, FigureLayout, ScatterTrace } from './spec.ts';

const measure = (text: string): number => 7 * text.length;
const size = { width: 640, height: 320 };

const scatter = (x: readonly number[], y: readonly number[]): ScatterTrace => ({
  type: 'scatter',
  mode: 'markers',
  x,
  y,
});

const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 20 });
const axis = fc
  .constantFrom<AxisSpec['type']>('linear', 'log')
  .map((type): AxisSpec => ({ type: type ?? 'linear' }));

describe('a frame', () => {
  test('holds every point that has a place on its axes', () => {
    fc.assert(
      fc.property(numbers, axis, axis, (values, xaxis, yaxis) => {
        const y = values.toReversed();
        const {
          plot,
          x: across,
          y: upward,
        } = frameOf([scatter(values, y)], { xaxis, yaxis }, size, measure, 0);
        values.forEach((value, k) => {
          const [px, py] = [across.pixel(value), upward.pixel(y[k])];
          if (xaxis.type === 'log' && value <= 0) expect(px).toBeNaN();
          else {
            expect(px).toBeGreaterThanOrEqual(plot.left - 1e-6);
            expect(px).toBeLessThanOrEqual(plot.right + 1e-6);
          }
          if (yaxis.type === 'log' && (y[k] ?? 0) <= 0) expect(py).toBeNaN();
          else {
            expect(py).toBeGreaterThanOrEqual(plot.top - 1e-6);
            expect(py).toBeLessThanOrEqual(plot.bottom + 1e-6);
          }
        });
      }),
    );
  });

  test('has its ends at the edges of the plot', () => {
    const layout: FigureLayout = { xaxis: { range: [2, 4] }, yaxis: { type: 'log', range: [-3, 1] } };
    const { plot, x, y } = frameOf([], layout, size, measure, 0);
    expect([x.pixel(2), x.pixel(3), x.pixel(4)]).toEqual([
      plot.left,
      (plot.left + plot.right) / 2,
      plot.right,
    ]);
    expect(y.pixel(1e-3)).toBeCloseTo(plot.bottom, 9);
    expect(y.pixel(0.1)).toBeCloseTo((plot.bottom + plot.top) / 2, 9);
    expect(y.pixel(10)).toBeCloseTo(plot.top, 9);
  });

  test('has units of the same length on both axes where it is asked to', () => {
    const layout: FigureLayout = { xaxis: { range: [0, 3] }, yaxis: { range: [-1, 1], scaleanchor: 'x' } };
    const { x, y, plot } = frameOf([], layout, size, measure, 0);
    expect(x.pixel(1) - x.pixel(0)).toBeCloseTo(y.pixel(0) - y.pixel(1), 9);
    expect(plot.right).toBeLessThanOrEqual(size.width);
  });

  test('has room for the texts of its ticks and for a second axis', () => {
    const traces = [scatter([0, 1], [0, 12_345]), { ...scatter([0, 1], [0, 777]), yaxis: 'y2' as const }];
    const layout: FigureLayout = { yaxis2: { overlaying: 'y', side: 'right', title: { text: 'E' } } };
    const { plot, y, y2 } = frameOf(traces, layout, size, measure, 0);
    const widest = (texts: readonly { readonly text: string }[] = []) =>
      Math.max(...texts.map(({ text }) => measure(text)));
    expect(plot.left).toBeGreaterThan(widest(y.ticks));
    expect(size.width - plot.right).toBeGreaterThan(widest(y2?.ticks));
    expect(y2?.pixel(777)).not.toBeCloseTo(y.pixel(777), 0);
  });

  test('turns the names of its ticks where they would meet, and only there', () => {
    const named = (count: number): FigureLayout => ({
      xaxis: {
        range: [-0.5, count - 0.5],
        tickvals: Array.from({ length: count }, (_, k) => k),
        ticktext: Array.from({ length: count }, (_, k) => `name ${k}`),
      },
    });
    const [few, many] = [4, 40].map((count) => frameOf([], named(count), size, measure, 0));
    expect(few?.x.turned).toBe(false);
    expect(many?.x.turned).toBe(true);
    expect(many?.plot.bottom).toBeLessThan(size.height - measure('name 39'));
  });

  test('cuts a second plot off the first', () => {
    const layout: FigureLayout = { yaxis: { domain: [0.54, 1] }, yaxis2: { domain: [0, 0.46], anchor: 'x' } };
    const { plot, y, y2 } = frameOf([], layout, size, measure, 0);
    expect([y.box.top, y2?.box.bottom]).toEqual([plot.top, plot.bottom]);
    expect(y2?.box.top).toBeGreaterThan(y.box.bottom);
  });
});
