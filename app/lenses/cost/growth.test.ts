import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Experiment } from '../../../engine/experiment/document.ts';
import type { NetworkSpec } from '../../../engine/experiment/problem.ts';
import { topologyOf } from '../../../engine/network/topology.ts';
import { randomProblem } from '../../../engine/testing/randomProblem.ts';
import { measure } from '../../../workers/tasks/measure.ts';
import { startingExperiment } from '../../state/startingExperiment.ts';
import type { Measurement, MeasureRequest } from '../../../workers/protocol.ts';
import type { Run } from '../useWork.ts';
import { fitsOf } from './fits.ts';
import { grownMethods, type GrowthPoint, measureGrowth } from './growth.ts';
import { grownNetworks, widenedNetwork } from './grownNetworks.ts';
import { largerHalf, powerLaw } from './slope.ts';

const withNetwork = (network: NetworkSpec): Experiment => ({ ...startingExperiment, network });

describe('a fitted power law', () => {
  it('is the one that points lie on, in whatever order', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -3, max: 4, noNaN: true }),
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        fc.uniqueArray(fc.integer({ min: 1, max: 3000 }), { minLength: 3, maxLength: 9 }),
        (power, factor, sizes) => {
          const law = powerLaw(sizes.map((W) => [W, factor * W ** power]));
          // some roundings, divided by the spread of log W, which is 3e-4 at least
          expect(law?.power).toBeCloseTo(power, 8);
          expect((law?.factor ?? NaN) / factor).toBeCloseTo(1, 6);
          expect([law?.from, law?.to]).toEqual([Math.min(...sizes), Math.max(...sizes)]);
        },
      ),
    );
  });

  it('does not exist for two points, or for one size', () => {
    expect(
      powerLaw([
        [1, 1],
        [2, 2],
      ]),
    ).toBeNull();
    expect(
      powerLaw([
        [2, 1],
        [2, 2],
        [2, 3],
      ]),
    ).toBeNull();
  });

  it('is fitted to the larger half, three points at least', () => {
    expect(largerHalf([1, 2, 3, 4, 5, 6, 7])).toEqual([4, 5, 6, 7]);
    expect(largerHalf([1, 2, 3, 4])).toEqual([2, 3, 4]);
    expect(largerHalf([1, 2])).toEqual([1, 2]);
  });
});

describe('a network made wider', () => {
  it('still fits together, keeps inputs and outputs, and has more parameters', () => {
    fc.assert(
      fc.property(
        randomProblem({ layers: 'any', hiddenLayers: { min: 1, max: 3 } }),
        fc.constantFrom(2, 3, 7),
        ({ network }, factor) => {
          const before = topologyOf(network);
          const wider = topologyOf(widenedNetwork(network, factor));
          expect([wider.inputUnits, wider.outputUnits]).toEqual([before.inputUnits, before.outputUnits]);
          expect(wider.W).toBeGreaterThanOrEqual(before.W);
          expect(widenedNetwork(network, 1)).toEqual(network);
        },
      ),
    );
  });

  it('comes near the sizes aimed at, from a tenth of theirs to ten times', () => {
    const grown = grownNetworks(startingExperiment);
    const sizes = grown.networks.map(({ W }) => W);
    expect(sizes).toHaveLength(7);
    [30, 60, 120, 250, 500, 1000, 2000].forEach((target, k) => {
      // a step of one unit in every hidden layer changes W by less
      expect(Math.abs(Math.log((sizes[k] ?? NaN) / target))).toBeLessThan(0.25);
    });
    for (const { problem, W } of grown.networks) expect(problem.parameters).toHaveLength(W);
  });

  it('says why it can’t be', () => {
    const [layer] = startingExperiment.network.layers.slice(-1);
    const linear = {
      ...startingExperiment.network,
      layers: layer === undefined ? [] : [{ ...layer, from: ['input'] }],
    };
    expect(grownNetworks(withNetwork(linear)).why).toContain('hidden layer that can be widened');
    const tied: NetworkSpec = {
      input: [3],
      layers: [
        { name: 'a', kind: 'dense', units: 3, activation: 'tanh', from: ['input'] },
        { name: 'b', kind: 'add', activation: 'identity', from: ['a', 'input'] },
        { name: 'y', kind: 'dense', units: 1, activation: 'identity', from: ['b'] },
      ],
    };
    expect(widenedNetwork(tied, 5)).toEqual(tied);
    expect(grownNetworks(withNetwork(tied)).why).toContain('fix all of them');
  });
});

describe('measuring growing networks', () => {
  const { networks } = grownNetworks(startingExperiment);

  it('gives up a method at the size that takes it too long', async () => {
    const asked: MeasureRequest[] = [];
    const run = ((_task: string, request: MeasureRequest): Promise<Measurement> => {
      asked.push(request);
      const W = request.problem.parameters.length;
      const refused = request.method === 'four-point' && W > 100;
      const slow = request.method === 'exact-r-columns' && W > 400;
      return Promise.resolve({
        milliseconds: refused ? NaN : slow ? 2000 : W / 100,
        runs: refused ? 0 : 3,
        operations: W,
      });
    }) as unknown as Run;
    const points: GrowthPoint[] = [];
    let last = 0;
    await measureGrowth(networks, run, (point, done) => {
      if (point !== null) points.push(point);
      expect(done).toBe(last + 1);
      last = done;
    });
    expect(last).toBe(networks.length * grownMethods.length);
    const sizes = (method: string): number => points.filter((point) => point.method === method).length;
    expect(grownMethods.map(sizes)).toEqual([7, 7, 7, 7, 5, 7, 2]);
    expect(asked.filter(({ method }) => method === 'four-point')).toHaveLength(3);
    const fits = fitsOf(points);
    expect(fits.map(({ time }) => time?.power.toFixed(6))).toEqual([
      ...Array<string>(4).fill('1.000000'),
      expect.stringMatching(/^\d/),
      '1.000000',
      undefined,
    ]);
  });

  it('counts operations as theory says: W, W² and, for four points, W³', () => {
    const counts = (method: GrowthPoint['method']) =>
      networks.slice(-4).map(({ W, problem }) => {
        const { operations } = measure({ problem, method, budgetMilliseconds: 0 });
        return [W, operations] as const;
      });
    const power = (method: GrowthPoint['method']): number => powerLaw(counts(method))?.power ?? NaN;
    expect(power('gradient')).toBeCloseTo(1, 10);
    expect(power('Hv')).toBeCloseTo(1, 10);
    expect(power('exact-r-columns')).toBeCloseTo(2, 10);
    expect(power('exact')).toBeGreaterThan(1.8);
    expect(power('exact')).toBeLessThan(2.05);
    // W + 1 in W's place at one point
    expect(power('four-point')).toBeCloseTo(3, 2);
  });
});
