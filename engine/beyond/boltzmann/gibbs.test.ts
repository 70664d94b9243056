import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gaussians } from '../../data/random.ts';
import { divergenceProduct } from './divergence.ts';
import { exactPhaseProduct } from './enumeration.ts';
import { DEFAULT_GIBBS, sampledPhase } from './gibbs.ts';
import { type BoltzmannMachine, type BoltzmannStates, pairIndex, pairsOf, stateValues } from './machine.ts';
import { sampledDivergence } from './sampledDivergence.ts';

const anyCase = fc
  .record({
    visible: fc.integer({ min: 1, max: 3 }),
    hidden: fc.integer({ min: 1, max: 3 }),
    states: fc.constantFrom<BoltzmannStates>('0/1', '±1'),
    temperature: fc.constantFrom(1, 2),
    seed: fc.integer({ min: 1, max: 1_000_000 }),
  })
  .map(({ visible, hidden, states, temperature, seed }) => {
    const W = pairsOf(1 + visible + hidden);
    const machine: BoltzmannMachine = {
      visible,
      hidden,
      states,
      temperature,
      weights: gaussians(seed, W).map((w) => w / 2),
    };
    return { machine, v: gaussians(seed + 1, W), seed };
  });

/** Errors in units of the standard error, of all that has one. */
function scores(estimate: Float64Array, exact: Float64Array, standardError: Float64Array): number[] {
  return Array.from(estimate, (value, q) => {
    if (standardError[q] > 0) return (value - exact[q]) / standardError[q];
    expect(Math.abs(value - exact[q])).toBeLessThan(1e-12);
    return 0;
  }).filter((score) => score !== 0);
}

/**
 * Over many machines the squared scores average to 31/29, the variance of Student's t with 31 degrees of freedom (32
 * batch means); a single one beyond 6 has a chance of about 10⁻⁶. The seed is fixed.
 */
function expectHonest(all: number[]): void {
  expect(all.length).toBeGreaterThan(300);
  expect(Math.max(...all.map(Math.abs))).toBeLessThan(6);
  const meanSquare = all.reduce((sum, score) => sum + score * score, 0) / all.length;
  expect(meanSquare).toBeGreaterThan(0.8);
  expect(meanSquare).toBeLessThan(1.35);
}

test('pair means and R{p} are within their standard errors of enumeration, and the errors are no larger than they need be', () => {
  const all: number[] = [];
  const ofProducts: number[] = [];
  fc.assert(
    fc.property(anyCase, ({ machine, v, seed }) => {
      const exact = exactPhaseProduct(machine, v);
      const sampled = sampledPhase(machine, { ...DEFAULT_GIBBS, seed }, null, v);
      expect(sampled.warning).toBeNull();
      all.push(...scores(sampled.p, exact.p, sampled.standardError));
      ofProducts.push(...scores(sampled.Rp, exact.Rp, sampled.RpStandardError));
    }),
    { numRuns: 60, seed: 5 },
  );
  expectHonest(all);
  expectHonest(ofProducts);
});

test('clamped minus free: gradient and Hv of the divergence within their standard errors', () => {
  const all: number[] = [];
  fc.assert(
    fc.property(anyCase, ({ machine, v, seed }) => {
      const { visible, states } = machine;
      const [off, on] = stateValues[states];
      const patterns = Float64Array.from({ length: 2 * visible }, (_, q) => (q < visible ? on : off));
      const data = { patterns, probabilities: Float64Array.of(0.3, 0.7) };
      const exact = divergenceProduct(machine, data, v);
      const sampled = sampledDivergence(machine, data, { ...DEFAULT_GIBBS, seed }, v);
      all.push(...scores(sampled.gradient, exact.gradient, sampled.gradientStandardError));
      all.push(...scores(sampled.Hv, exact.Hv, sampled.HvStandardError));
    }),
    { numRuns: 25, seed: 6 },
  );
  expectHonest(all);
});

test('independent units: as many effective samples as were drawn, within what 32 batches tell', () => {
  const machine: BoltzmannMachine = {
    visible: 8,
    hidden: 0,
    states: '±1',
    temperature: 1,
    weights: new Float64Array(36),
  };
  const { effectiveSamples, drawn } = sampledPhase(machine, DEFAULT_GIBBS);
  const mean = effectiveSamples.reduce((sum, count) => sum + count, 0) / 36;
  expect(drawn).toBe(8000);
  expect(mean / drawn).toBeGreaterThan(0.8);
});

test('a machine that freezes is not given error bars of 0 without a word', () => {
  const frozen = new Float64Array(3);
  frozen[pairIndex(1, 2, 3)] = -60;
  const machine: BoltzmannMachine = { visible: 2, hidden: 0, states: '±1', temperature: 1, weights: frozen };
  expect(sampledPhase(machine, DEFAULT_GIBBS).warning).toBe(
    'pairs that never changed, so that their error bars say nothing: 1',
  );
  const slow = { ...machine, weights: frozen.map((w) => w / 6) };
  const { warning } = sampledPhase(slow, { ...DEFAULT_GIBBS, sweeps: 40 });
  expect(warning).toMatch(/pairs that never changed|too few effective samples/);
});

test('a pair with a unit that is held at 0 is no reason to warn: its product is 0 exactly', () => {
  const weights = new Float64Array(6);
  const machine: BoltzmannMachine = { visible: 2, hidden: 1, states: '0/1', temperature: 1, weights };
  const { p, standardError, warning } = sampledPhase(machine, DEFAULT_GIBBS, Float64Array.of(0, 1));
  expect(p[pairIndex(1, 3, 4)]).toBe(0);
  expect(standardError[pairIndex(1, 3, 4)]).toBe(0);
  expect(warning).toBeNull();
  // held at −1 it would hide nothing
  weights[pairIndex(0, 3, 4)] = 60;
  expect(sampledPhase({ ...machine, states: '±1' }, DEFAULT_GIBBS, Float64Array.of(-1, 1)).warning).toBe(
    'pairs that never changed, so that their error bars say nothing: 3',
  );
});

test('the same seed draws the same states; another draws others', () => {
  const [{ machine }] = fc.sample(anyCase, { numRuns: 1, seed: 1 });
  const p = (seed: number): Float64Array => sampledPhase(machine, { ...DEFAULT_GIBBS, seed }).p;
  expect(p(3)).toEqual(p(3));
  expect(p(3)).not.toEqual(p(4));
});

test.each([
  [{ chains: 1 }, 'chains are not a whole number from 2 up: 1'],
  [{ sweeps: 10 }, 'sweeps are not a multiple of 4 above 0: 10'],
  [{ burnIn: -1 }, 'sweeps thrown away are not a whole number from 0 up: -1'],
])('%o is refused', (change, message) => {
  const [{ machine }] = fc.sample(anyCase, { numRuns: 1, seed: 1 });
  expect(() => sampledPhase(machine, { ...DEFAULT_GIBBS, ...change })).toThrow(message);
});
