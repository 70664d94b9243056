import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NetworkSpec } from '../../../engine/experiment/problem.ts';
import { topologyOf } from '../../../engine/network/topology.ts';
import { GRAPH } from './columnPlaces.ts';
import { layoutGraph, markOf, type Graph } from './graphEdges.ts';
import { nearestParameter } from './nearest.ts';
import { shownUnits } from './shownUnits.ts';

/** A network whose layers also read the layers that `skips` lists, −1 for the inputs. */
function networkOf(
  input: number,
  units: readonly number[],
  skips: readonly (readonly number[])[] = [],
): NetworkSpec {
  const nameOf = (layer: number): string => (layer < 0 ? 'input' : `layer${layer}`);
  return {
    input: [input],
    layers: units.map((count, index) => ({
      name: nameOf(index),
      kind: 'dense',
      units: count,
      activation: 'tanh',
      from: [index - 1, ...(skips[index] ?? []).filter((from) => from < index - 1)].map(nameOf),
    })),
  };
}

const graphOf = (network: NetworkSpec, focus: readonly number[] = []): Graph =>
  layoutGraph(topologyOf(network), focus);

const networks = fc
  .tuple(
    fc.integer({ min: 1, max: 16 }),
    fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 }),
    fc.array(fc.uniqueArray(fc.integer({ min: -1, max: 6 }), { maxLength: 4 }), { maxLength: 8 }),
  )
  .map(([input, units, skips]) => networkOf(input, units, skips));

describe('shownUnits', () => {
  it('shows all units of a small layer and the ends of a large one', () => {
    expect(shownUnits(3, 6, [])).toEqual([0, 1, 2].map((unit) => ({ kind: 'unit', unit })));
    expect(shownUnits(40, 5, [])).toEqual([
      { kind: 'unit', unit: 0 },
      { kind: 'unit', unit: 1 },
      { kind: 'unit', unit: 2 },
      { kind: 'gap', first: 3, count: 36 },
      { kind: 'unit', unit: 39 },
    ]);
  });

  it('accounts for every unit once, the focused ones drawn', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 256 }),
        fc.integer({ min: 4, max: 12 }),
        fc.nat(255),
        (units, most, pick) => {
          const focus = pick % units;
          const rows = shownUnits(units, most, [focus]);
          expect(rows).toContainEqual({ kind: 'unit', unit: focus });
          expect(
            rows.flatMap((row) =>
              row.kind === 'unit' ? [row.unit] : Array.from({ length: row.count }, (_, k) => row.first + k),
            ),
          ).toEqual(Array.from({ length: units }, (_, unit) => unit));
          expect(rows.length).toBeLessThanOrEqual(most + 3);
        },
      ),
    );
  });
});

describe('layoutGraph', () => {
  it('draws every weight of a small network once', () => {
    const graph = graphOf(networkOf(2, [3, 2], [[], [-1]]));
    const weights = [0, 1, 2, 3, 4, 5, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18];
    expect(graph.edges.map(({ index }) => index).sort((a, b) => a - b)).toEqual(weights);
  });

  it('stays inside its box and within what can be drawn', () => {
    fc.assert(
      fc.property(networks, (network) => {
        const { edges, columns, height } = graphOf(network);
        expect(edges.length).toBeLessThanOrEqual(600);
        const outside = edges.filter(({ samples }) =>
          samples.some((value, at) => value < 0 || value > (at % 2 === 0 ? GRAPH.width : height)),
        );
        expect(outside).toEqual([]);
        for (const { rows, radius } of columns)
          rows.slice(1).forEach((row, at) => expect(row.y - (rows[at]?.y ?? 0)).toBeGreaterThan(2 * radius));
      }),
      { numRuns: 40 },
    );
  });

  it('can mark every parameter, drawn or not, and draws the focused one', () => {
    fc.assert(
      fc.property(networks, fc.nat(), (network, pick) => {
        const { W } = topologyOf(network);
        const graph = graphOf(network, [pick % W]);
        const mark = markOf(graph, pick % W);
        expect(mark?.index).toBe(pick % W);
        if (mark?.kind === 'edge')
          expect(graph.edges.find(({ index }) => index === mark.index)?.path).toBe(mark.path);
        expect(markOf(graph, W)).toBeNull();
      }),
      { numRuns: 40 },
    );
  });

  it('leads skip connections around the units between', () => {
    const graph = graphOf(networkOf(3, [4, 3, 2], [[], [], [-1]]));
    const between = graph.columns
      .slice(1, 3)
      .flatMap(({ x, rows, radius }) => rows.map(({ y }) => ({ x, y, radius })));
    const skips = graph.edges.filter(({ samples }) => samples.length > 26);
    expect(skips).toHaveLength(6);
    for (const { samples } of skips)
      for (const { x, y, radius } of between)
        for (let k = 0; k < samples.length; k += 2)
          expect(Math.hypot((samples[k] ?? NaN) - x, (samples[k + 1] ?? NaN) - y)).toBeGreaterThan(radius);
  });
});

describe('nearestParameter', () => {
  const graph = graphOf(networkOf(2, [3, 1]));

  it('finds a weight at the middle of its edge, and a bias in its unit', () => {
    for (const { index, samples } of graph.edges) {
      const middle = samples.length / 2 - 1;
      const [x = NaN, y = NaN] = [samples[middle], samples[middle + 1]];
      const found = nearestParameter(graph, x, y);
      const crossing = graph.edges.find((edge) => edge.index === found);
      expect(crossing).toBeDefined();
      if (index >= 9) expect(found).toBe(index);
    }
    const unit = graph.columns[1]?.rows[1];
    expect(nearestParameter(graph, graph.columns[1]?.x ?? NaN, (unit?.y ?? NaN) + 3)).toBe(7);
  });

  it('takes the nearer of two edges, and nothing far from all', () => {
    const [upper, lower] = [9, 11].map((index) => graph.edges.find((edge) => edge.index === index)?.samples);
    const [x = NaN, y = NaN, below = NaN] = [upper?.[8], upper?.[9], lower?.[9]];
    expect(nearestParameter(graph, x, y + 5)).toBe(9);
    expect(nearestParameter(graph, x, below - 5)).toBe(11);
    expect(nearestParameter(graph, GRAPH.width - 2, 2)).toBeNull();
    expect(
      nearestParameter(graph, graph.columns[0]?.x ?? NaN, graph.columns[0]?.rows[0]?.y ?? NaN),
    ).toBeNull();
  });
});
