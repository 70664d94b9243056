import { describe, expect, test } from 'vitest';
import type { Experiment } from '../../../engine/experiment/document.ts';
import { engineApi } from '../../../workers/engineApi.ts';
import type { PerturbationReply, PerturbationRequest } from '../../../workers/protocol/perturbation.ts';
import { experimentOf, problemOf, trained } from './testing/facts.ts';
import { weightPerturbation } from './weightPerturbation.ts';
import { snapshotOf } from '../../../workers/testing/snapshotOf.ts';

const sine = experimentOf(weightPerturbation, 0);
const minimum = trained(sine);

const ask = (experiment: Experiment, change: Partial<PerturbationRequest> = {}): PerturbationReply =>
  engineApi.perturbation({
    problem: problemOf(experiment),
    direction: { kind: 'top-eigenvector' },
    sigma: 0.1,
    samples: 4096,
    seed: 1,
    ...change,
  });

const rms = (x: Float64Array): number => Math.sqrt(x.reduce((sum, a) => sum + a * a, 0) / x.length);

/** Variance with Ĥ as a share of that without. */
const share = ({ distances }: PerturbationReply): number =>
  (distances.regressed.expected / distances.centred.expected) ** 2;

test('the truth it is held against is that of differences of E', () => {
  const { truth } = ask(sine, { samples: 8 });
  const problem = problemOf(sine);
  const errorAt = (q: number, step: number): number => {
    const parameters = problem.parameters.map((w, p) => (p === q ? w + step : w));
    return snapshotOf({ ...problem, parameters }, []).error;
  };
  truth.gradient.forEach((slope, q) => {
    const difference = (errorAt(q, 1e-5) - errorAt(q, -1e-5)) / 2e-5;
    expect(Math.abs(slope - difference)).toBeLessThan(1e-7);
  });
});

describe('against samples', () => {
  test('errors fall as 1/√S, and are about their standard errors', () => {
    const [few, many] = [ask(sine, { samples: 256 }), ask(sine)];
    for (const id of ['centred', 'regressed', 'product'] as const) {
      const ratio = few.distances[id].expected / many.distances[id].expected;
      expect(Math.abs(ratio / 4 - 1), id).toBeLessThan(0.2);
      const { error, expected } = many.distances[id];
      expect(error / expected, id).toBeGreaterThan(0.4);
      expect(error / expected, id).toBeLessThan(2);
    }
    // Half of its size, as the question has it.
    const z = many.distances.product.expected / rms(many.truth.product);
    expect(z).toBeGreaterThan(0.4);
    expect(z).toBeLessThan(0.6);
  });

  test('Ĥ hardly helps at random weights, and takes more than half of the variance at the minimum', () => {
    expect(share(ask(sine))).toBeGreaterThan(0.97);
    const { centred, regressed } = ask(sine, { samples: 16 }).distances;
    expect(regressed.error / centred.error).toBeGreaterThan(2);
    expect(share(ask(minimum))).toBeLessThan(0.5);
    expect(share(ask(minimum, { direction: { kind: 'random', seed: 1 } }))).toBeGreaterThan(0.75);
  });
});

describe('against σ', () => {
  const settings = { samples: 1024 };
  const of = (experiment: Experiment, sigma: number) => ask(experiment, { ...settings, sigma }).distances;

  test('the gradient has a wide valley; z grows as 1/σ until the gradient vanishes', () => {
    const [a, b] = [of(sine, 1e-7), of(sine, 1e-3)];
    expect(Math.abs(a.centred.expected / b.centred.expected - 1)).toBeLessThan(0.05);
    expect(of(sine, 1e-3).product.expected / of(sine, 1e-2).product.expected).toBeCloseTo(10, 0);
    const z = rms(ask(sine, { samples: 8 }).truth.product);
    expect(of(sine, 0.03).product.error).toBeGreaterThan(z);
    expect(of(sine, 0.3).product.error).toBeLessThan(z);
    const level = of(minimum, 1e-5).product.expected / of(minimum, 1e-2).product.expected;
    expect(Math.abs(level - 1)).toBeLessThan(0.05);
  });

  test('large steps leave a bias that more samples do not take away, small ones leave rounding', () => {
    const large = ask(minimum, { sigma: 1, samples: 8192 }).distances.product;
    expect(large.error / large.expected).toBeGreaterThan(2.5);
    const far = (sigma: number): number => of(minimum, sigma).product.error / of(minimum, 1e-3).product.error;
    expect(far(1e-8)).toBeLessThan(1.2);
    expect(far(1e-10)).toBeGreaterThan(10);
  });
});
