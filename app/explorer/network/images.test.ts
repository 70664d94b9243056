import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LayerSpec, NetworkSpec } from '../../../engine/experiment/problem.ts';
import { biasIndex } from '../../../engine/network/parameterNames.ts';
import { topologyOf } from '../../../engine/network/topology.ts';
import { GRAPH } from './columnPlaces.ts';
import { isImage } from './columns.ts';
import { connectionRows } from './connections.ts';
import { type Graph, layoutGraph, markOf } from './graphEdges.ts';
import { cellOf, kernelAt } from './kernels.ts';
import { nearestParameter } from './nearest.ts';
import { parameterTex, parameterText } from './parameterTex.ts';
import { biasDisc, type Box, tileOf } from './ports.ts';
import { walk, type Walk } from './walk.ts';

const common = { activation: 'tanh', stride: 1, padding: 0 } as const;
const conv = (name: string, from: string, channels: number, kernel: number, padding = 0): LayerSpec => ({
  ...common,
  name,
  kind: 'conv2d',
  channels,
  kernel,
  padding,
  from: [from],
});
const pool = (name: string, from: string): LayerSpec => ({
  name,
  kind: 'max-pool',
  size: 2,
  activation: 'identity',
  from: [from],
});
const dense = (name: string, units: number, ...from: string[]): LayerSpec => ({
  name,
  kind: 'dense',
  units,
  activation: 'tanh',
  from,
});

/** 1×6×6 → 2×4×4 → 2×2×2 → 3: kernels 0–17, biases 18–19, weights 20–43, biases 44–46. */
const small: NetworkSpec = {
  input: [1, 6, 6],
  layers: [conv('conv1', 'input', 2, 3), pool('pool1', 'conv1'), dense('output', 3, 'pool1')],
};

/** Two convolutions, a residual sum over the first, a pool and two dense layers, the last reading the image too. */
const networks = fc
  .record({
    channels: fc.integer({ min: 1, max: 3 }),
    side: fc.integer({ min: 4, max: 12 }),
    wide: fc.integer({ min: 1, max: 12 }),
    kernel: fc.constantFrom(1, 3),
    units: fc.integer({ min: 1, max: 20 }),
    residual: fc.boolean(),
    deep: fc.integer({ min: 0, max: 3 }),
    skip: fc.boolean(),
  })
  .map(({ channels, side, wide, kernel, units, residual, skip, deep }): NetworkSpec => {
    const middle: LayerSpec[] = residual
      ? [{ name: 'add1', kind: 'add', activation: 'identity', from: ['conv1', 'conv2'] }]
      : [];
    const last = residual ? 'add1' : 'conv2';
    return {
      input: [channels, side, side],
      layers: [
        conv('conv1', 'input', wide, kernel, (kernel - 1) / 2),
        conv('conv2', 'conv1', wide, 3, 1),
        ...middle,
        ...Array.from({ length: deep }, (_, at) =>
          conv(`deep${at}`, at === 0 ? last : `deep${at - 1}`, wide, 3, 1),
        ),
        pool('pool1', deep === 0 ? last : `deep${deep - 1}`),
        dense('hidden1', units, 'pool1'),
        dense('output', 2, ...(skip ? ['hidden1', 'input'] : ['hidden1'])),
      ],
    };
  });

const graphOf = (network: NetworkSpec, focus: readonly number[] = []): Graph =>
  layoutGraph(topologyOf(network), focus);

const centre = ({ x, y, width, height }: Box) => [x + width / 2, y + height / 2] as const;

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe('the drawing of images', () => {
  it('draws every weight once: kernels as cells, pixels of a tile as edges', () => {
    const { kernels, edges } = graphOf(small);
    const cells = kernels.flatMap(({ first, side }) =>
      Array.from({ length: side * side }, (_, at) => first + at),
    );
    const drawn = [...cells, ...edges.map(({ index }) => index)].sort((a, b) => a - b);
    expect(drawn).toEqual([
      ...Array.from({ length: 18 }, (_, q) => q),
      ...Array.from({ length: 24 }, (_, q) => 20 + q),
    ]);
  });

  it('keeps tiles, kernels and biases inside the panel and apart', () => {
    fc.assert(
      fc.property(networks, fc.nat(), (network, pick) => {
        const topology = topologyOf(network);
        const { columns, kernels, edges, height } = graphOf(network, [pick % topology.W]);
        const tiles = columns
          .filter(isImage)
          .flatMap((column) =>
            column.rows.flatMap((row) =>
              row.kind === 'unit'
                ? [
                    tileOf(column, row.unit),
                    biasBox(biasDisc(column, row.unit), (topology.layers[column.layer]?.rows ?? 0) > 0),
                  ]
                : [],
            ),
          );
        const boxes: readonly Box[] = [...tiles, ...kernels].filter(({ width }) => width > 0);
        expect(kernels.filter(({ width }) => width < 5)).toEqual([]);
        for (const box of boxes) {
          expect(Math.min(box.x, box.y)).toBeGreaterThanOrEqual(0);
          expect(box.x + box.width).toBeLessThanOrEqual(GRAPH.width);
          expect(box.y + box.height).toBeLessThanOrEqual(height);
        }
        const overlapping = boxes.flatMap((box, at) =>
          boxes.slice(at + 1).filter((other) => overlap(box, other)),
        );
        expect(overlapping).toEqual([]);
        const isOutside = (value: number, at: number): boolean =>
          !(value >= 0 && value <= (at % 2 === 0 ? GRAPH.width : height));
        expect(edges.flatMap(({ samples }) => Array.from(samples).filter(isOutside))).toEqual([]);
      }),
      { numRuns: 60 },
    );
    /** An image that no weights feed has no biases. */
    function biasBox({ x, y, radius }: { x: number; y: number; radius: number }, hasWeights: boolean): Box {
      const side = hasWeights ? 2 * radius : 0;
      return { x: x - side / 2, y: y - side / 2, width: side, height: side };
    }
  });

  it('finds and marks the weight of every cell and the bias of every channel', () => {
    fc.assert(
      fc.property(networks, (network) => {
        const graph = graphOf(network);
        for (const kernel of graph.kernels)
          for (let at = 0; at < kernel.side * kernel.side; at++) {
            const cell = cellOf(kernel, at);
            expect(nearestParameter(graph, ...centre(cell))).toBe(kernel.first + at);
            expect(markOf(graph, kernel.first + at)).toEqual({
              kind: 'cell',
              index: kernel.first + at,
              ...cell,
            });
          }
        const [, first] = graph.columns;
        const { x, y } = biasDisc(first!, 0);
        expect(nearestParameter(graph, x, y)).toBe(biasIndex(graph.topology, 0, 0));
      }),
      { numRuns: 30 },
    );
  });

  it('draws whatever is in focus', () => {
    fc.assert(
      fc.property(networks, fc.nat(), (network, pick) => {
        const { W } = topologyOf(network);
        const graph = graphOf(network, [pick % W]);
        const mark = markOf(graph, pick % W);
        expect(mark?.index).toBe(pick % W);
        if (mark?.kind === 'edge') expect(graph.edges.some(({ index }) => index === mark.index)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('joins what has no weights of its own', () => {
    const kinds = (network: NetworkSpec) => graphOf(network).links.map(({ key, kind }) => `${kind} ${key}`);
    expect(kinds(small)).toEqual([
      'ribbon 0-0-0-in',
      'ribbon 0-0-0-out',
      'ribbon 0-1-0-in',
      'ribbon 0-1-0-out',
      'line sum-0-0',
      'line sum-0-1',
      'ribbon 0-1-0',
      'ribbon 0-1-1',
    ]);
    const residual: NetworkSpec = {
      input: [2],
      layers: [
        dense('a', 2, 'input'),
        dense('b', 2, 'a'),
        { name: 'add1', kind: 'add', activation: 'identity', from: ['b', 'a'] },
        dense('output', 1, 'add1'),
      ],
    };
    expect(kinds(residual)).toEqual(['line 1-2-0', 'line 1-2-1', 'line 0-2']);
    expect(
      nearestParameter(
        graphOf(residual),
        graphOf(residual).columns[3]!.x,
        graphOf(residual).columns[3]!.rows[0]!.y,
      ),
    ).toSatisfy((index) => index === null || index > 11);
  });

  it('shows one kernel by itself, and no other parameter as one', () => {
    const topology = topologyOf(small);
    expect(kernelAt(topology, 13, 80)).toMatchObject({
      layer: 0,
      from: 0,
      to: 1,
      first: 9,
      side: 3,
      width: 80,
    });
    expect([18, 30, 46].map((index) => kernelAt(topology, index, 80))).toEqual([null, null, null]);
  });
});

describe('the walk through kernels', () => {
  const topology = topologyOf(small);
  const path = (from: number, ...ways: Walk[]): number =>
    ways.reduce((index, way) => walk(topology, index, way), from);

  it('reaches every parameter of a channel with →, the bias last, and steps over layers without any', () => {
    const steps = Array.from({ length: 10 }, (_, count) => path(0, ...Array<Walk>(count).fill('right')));
    expect(steps).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 18]);
    expect(path(18, 'right')).toBe(20);
    expect(path(20, 'left')).toBe(18);
    expect(path(5, 'next-layer')).toBe(20);
    expect(path(30, 'previous-layer')).toBe(9);
  });

  it('goes row by row with ↓, on to the next channel, and back with ↑', () => {
    expect([
      path(1, 'down'),
      path(1, 'down', 'down'),
      path(7, 'down'),
      path(10, 'up'),
      path(16, 'down'),
    ]).toEqual([4, 7, 10, 7, 16]);
    expect([path(18, 'down'), path(19, 'up'), path(0, 'up')]).toEqual([19, 18, 0]);
  });

  it('comes back after ↓ ↑ and after → ←', () => {
    fc.assert(
      fc.property(networks, fc.nat(), (network, pick) => {
        const other = topologyOf(network);
        const index = pick % other.W;
        for (const [there, back] of [
          ['down', 'up'],
          ['right', 'left'],
        ] as const) {
          const next = walk(other, index, there);
          const isBias = other.layers.some(({ biases, rows }) => index >= biases && index < biases + rows);
          if (next !== index && !(isBias && there === 'right')) expect(walk(other, next, back)).toBe(index);
        }
      }),
    );
  });
});

describe('names in images', () => {
  const topology = topologyOf(small);

  it('give channel, row and column, counted from 1', () => {
    expect(parameterText(topology, 5)).toBe('conv1 kernel to channel 1 from channel 1, row 2, column 3');
    expect(parameterText(topology, 19)).toBe('bias of conv1 channel 2');
    expect(parameterText(topology, 20 + 8 + 6)).toBe(
      'weight from pool1 channel 2, row 2, column 1 to output unit 2',
    );
    expect(parameterTex(topology, 5)).toBe('w_{1,1[2,3]}^{(1)}');
    expect(parameterTex(topology, 19)).toBe('w_{2,0}^{(1)}');
    expect(parameterTex(topology, 34)).toBe('w_{2,7}^{(3)}');
  });

  it('tell layers that read one image from those that read any', () => {
    expect(
      connectionRows(small).map(({ from, cells }) => [from, ...cells.map(({ connection }) => connection)]),
    ).toEqual([
      ['input', 'only', 'instead', 'off'],
      ['conv1', 'none', 'only', 'off'],
      ['pool1', 'none', 'none', 'fixed'],
    ]);
  });
});
