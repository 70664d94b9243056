import { describe, expect, test } from 'vitest';
import type { Experiment } from '../../../engine/experiment/document.ts';
import { engineApi } from '../../../workers/engineApi.ts';
import type { StepId } from '../../../workers/protocol/solve.ts';
import { merged } from '../../studies/density/merged.ts';
import {
  biasSentence,
  noLogarithm,
  probesSentence,
  stepsSentence,
} from '../../studies/density/densityWords.ts';
import { conditionSentence, curvatureSentence, definiteSentence } from '../../studies/solve/solveWords.ts';
import { enoughDamping } from '../../studies/solve/enoughDamping.ts';
import { inverses } from './inverses.ts';
import { spectra } from './spectra.ts';
import { experimentOf, factsOf, problemOf, trained } from './testing/facts.ts';

type Matrix = 'exact' | 'gauss-newton';

const dotOf = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, entry, q) => sum + entry * (b[q] ?? NaN), 0);

/** Conjugate gradients as textbooks write them, on a matrix: products until `‖r‖ ≤ 1e-12 ‖b‖`, or negative curvature. */
function conjugateGradients(A: readonly (readonly number[])[], b: readonly number[]) {
  let r = [...b];
  let p = [...b];
  for (let products = 0; ; products++) {
    const rr = dotOf(r, r);
    if (Math.sqrt(rr) <= 1e-12 * Math.sqrt(dotOf(b, b))) return { products, negative: false };
    const Ap = A.map((row) => dotOf(row, p));
    const curvature = dotOf(p, Ap);
    if (curvature <= 0) return { products: products + 1, negative: true };
    r = r.map((entry, q) => entry - (rr / curvature) * (Ap[q] ?? NaN));
    p = r.map((entry, q) => entry + (dotOf(r, r) / rr) * (p[q] ?? NaN));
  }
}

const matrixOf = (experiment: Experiment, id: Matrix, damping: number): readonly (readonly number[])[] => {
  const { values, W } = factsOf(experiment);
  const A = values(id);
  return Array.from({ length: W }, (_, row) =>
    Array.from(A.subarray(row * W, (row + 1) * W), (entry, q) => entry + (q === row ? damping : 0)),
  );
};

describe('inverses and solves', () => {
  const start = experimentOf(inverses, 0);
  const problem = problemOf(start);
  const solve = (matrix: Matrix, damping: number, scale = 1) => {
    const { solved } = engineApi.solve({ problem, matrix, damping, scale, products: 200 });
    if (solved === null) throw new Error('refused');
    return solved;
  };

  test('conjugate gradients take ten products where the series gains 0.15 % with each', () => {
    const b = Array.from(factsOf(start).gradient());
    expect(b).toHaveLength(13);
    expect(conjugateGradients(matrixOf(start, 'gauss-newton', 0.1), b)).toEqual({
      products: 10,
      negative: false,
    });
    const values = factsOf(start)
      .eigenvalues('gauss-newton')
      .map((value) => value + 0.1);
    const [largest = NaN, smallest = NaN] = [values[0], values.at(-1)];
    expect(largest / smallest).toBeCloseTo(673, 0);
    expect(smallest / largest).toBeCloseTo(0.0015, 4);
    const { runs } = solve('gauss-newton', 0.1);
    expect(runs[1]?.residuals).toHaveLength(11);
    // Half of the error is left where the residual is a fortieth.
    const [residual = NaN, error = NaN] = [runs[2]?.residuals.at(-1), runs[2]?.errors.at(-1)];
    expect(error).toBeGreaterThan(5 * residual);
  });

  test('with H all three have their reason, and the button’s λ mends it', () => {
    expect(
      factsOf(start)
        .eigenvalues('exact')
        .filter((value) => value < 0),
    ).toHaveLength(5);
    const solved = solve('exact', 0);
    const b = Array.from(factsOf(start).gradient());
    expect(conjugateGradients(matrixOf(start, 'exact', 0), b)).toEqual({ products: 3, negative: true });
    expect(curvatureSentence(solved)).toMatch(/^Conjugate gradients stopped after 3 products: /);
    expect(definiteSentence('H', solved)).toMatch(
      /^H is indefinite: its eigenvalues are 8 positive, 5 negative\. .* from λ = 7\.83 up\.$/,
    );
    expect(conditionSentence(solved)).toMatch(/the series cannot converge\.$/);
    const enough = enoughDamping(solved);
    expect(enough).toBe(8.7);
    const mended = solve('exact', enough);
    expect(mended.cholesky).toBe(true);
    expect(mended.runs.map(({ end }) => end)).toEqual(['solved', 'converged', 'steps']);
    expect(mended.runs[2]?.residuals.at(-1)).toBeLessThan(0.05);
    expect(conditionSentence(mended)).toContain('below 1: it converges.');
    const scaled = solve('gauss-newton', 0.1, 2.05);
    expect(scaled.runs[2]?.residuals.at(-1)).toBeGreaterThan(1);
    expect(conditionSentence(scaled)).toContain('above 1: s has to be below 2/λ_max');
  });

  test('blocks agree to twelve digits; a smaller start costs digits, and none is refused', () => {
    const distances = (weightDecay: number): readonly number[] =>
      engineApi
        .solveBlocks({ problem: { ...problem, weightDecay }, damping: 0 })
        .blocks.map(({ distance }) => distance);
    const here = distances(start.weightDecay);
    expect(here).toHaveLength(6);
    expect(Math.max(...here)).toBeLessThan(2e-12);
    expect(Math.min(...distances(1e-8))).toBeGreaterThan(100 * Math.max(...here));
    const none = engineApi.solveBlocks({ problem: { ...problem, weightDecay: 0 }, damping: 0 });
    expect(none.refused).toMatch(/has no start\.$/);
  });

  const stepOf = (experiment: Experiment, id: StepId, damping: number) => {
    const reply = engineApi.solveSteps({ problem: problemOf(experiment), damping });
    const found = reply.steps.find((step) => step.id === id);
    const d = found?.d ?? null;
    if (found === undefined || d === null) throw new Error(`no step: ${id}`);
    const parameters = experiment.parameters.map((weight, q) => weight + (d[q] ?? NaN));
    return { ...found, next: { ...experiment, parameters }, nextDamping: reply.nextDamping };
  };

  test('Gauss–Newton promises 1.3 and reaches 36; damping mends it; Newton goes to a saddle', () => {
    const before = factsOf(start).error();
    expect(before).toBeCloseTo(8.4, 1);
    const full = stepOf(start, 'gauss-newton', 1);
    expect(before + full.predicted).toBeCloseTo(1.3, 1);
    expect(factsOf(full.next).error()).toBeCloseTo(36, 0);
    expect(Math.round(full.length)).toBe(10);
    const weak = stepOf(start, 'levenberg-marquardt', 0.1);
    expect(weak.length / full.length).toBeCloseTo(0.45, 1);
    expect(factsOf(weak.next).error()).toBeGreaterThan(before);
    const strong = stepOf(start, 'levenberg-marquardt', 1);
    expect(factsOf(strong.next).error() - before).toBeCloseTo(-2, 0);
    const newton = stepOf(start, 'newton', 1);
    expect(newton.gain).toBeCloseTo(1, 1);
    expect(newton.inertia.negative).toBe(5);
  });

  test('from λ = 1 about six rounds bring E below 1', () => {
    let [now, damping, rounds] = [start, 1, 0];
    while (factsOf(now).error() > 1 && rounds < 20) {
      const step = stepOf(now, 'levenberg-marquardt', damping);
      if (step.gain > 0) now = step.next;
      damping = step.nextDamping;
      rounds += 1;
    }
    expect(rounds).toBe(6);
  });
});

describe('spectra', () => {
  const start = experimentOf(spectra, 0);
  const minimum = trained(start);
  const estimate = (
    experiment: Experiment,
    choice: { matrix?: Matrix; probes: number; steps: number; seed?: number; damping?: number },
  ) => {
    const { matrix = 'exact', probes, steps, seed = 1, damping = 0 } = choice;
    const problem = problemOf(experiment);
    const reply = engineApi.density({ problem, matrix, damping, steps, axis: 'log', width: 0.02 });
    const { grid } = reply;
    const batch = engineApi.densityProbes({
      problem,
      matrix,
      damping,
      steps,
      seed,
      from: 0,
      to: probes,
      grid,
    });
    return { reply, found: merged([batch], grid.places.length) };
  };

  test('15 of 33 are negative, the ends are right after 16 products, the trace is not', () => {
    const values = factsOf(start).eigenvalues('exact');
    expect(values).toHaveLength(33);
    expect(values.filter((value) => value < 0)).toHaveLength(15);
    const { reply, found } = estimate(start, { probes: 16, steps: 16 });
    expect(reply.smallest.value / (values.at(-1) ?? NaN)).toBeCloseTo(1, 4);
    expect(reply.largest.value / (values[0] ?? NaN)).toBeCloseTo(1, 4);
    expect(found.trace.standardError / found.trace.mean).toBeGreaterThan(1 / 3);
    expect(probesSentence(found)).toMatch(/^Too few samples: with 16 probes /);
    expect(noLogarithm(reply, found, 0)?.sentence).toMatch(/From λ = 18\.4 up it does\.$/);
    expect(stepsSentence(reply, 16)).toBeNull();
    const few = estimate(start, { probes: 16, steps: 4 });
    expect(few.found.trace.mean).toBeCloseTo(found.trace.mean, 9);
    expect(stepsSentence(few.reply, 4)).toMatch(/^Too few steps: /);
    const more = estimate(start, { probes: 64, steps: 4 });
    expect(more.found.trace.standardError / found.trace.standardError).toBeCloseTo(0.5, 1);
  });

  test('the exact trace lies within one standard error about two times in three', () => {
    const trace = factsOf(start)
      .eigenvalues('exact')
      .reduce((sum, value) => sum + value, 0);
    const seeds = Array.from({ length: 150 }, (_, seed) => seed);
    const inside = seeds.filter((seed) => {
      const { mean, standardError } = estimate(start, { probes: 16, steps: 1, seed }).found.trace;
      return Math.abs(mean - trace) < standardError;
    });
    // 0.67 ± 0.04 of a normal distribution
    expect(inside.length / seeds.length).toBeGreaterThan(0.55);
    expect(inside.length / seeds.length).toBeLessThan(0.79);
  });

  test('after training two steps are off by more than ten error bars, and eight are honest', () => {
    const values = factsOf(minimum).eigenvalues('exact');
    const [largest = NaN, smallest = NaN] = [values[0], values.at(-1)];
    expect(smallest).toBeGreaterThan(0);
    expect(Math.log10(largest / smallest)).toBeGreaterThan(2.5);
    expect(Math.log10(largest / smallest)).toBeLessThan(3);
    expect(values.filter((value) => value < 0.1).length).toBeGreaterThan(33 / 2);
    const truth = values.reduce((sum, value) => sum + Math.log(value), 0);
    const off = (steps: number): number => {
      const { mean, standardError } = estimate(minimum, { probes: 64, steps }).found.logDeterminant;
      return (mean - truth) / standardError;
    };
    expect(off(2)).toBeGreaterThan(10);
    expect(off(3)).toBeGreaterThan(4);
    expect(Math.abs(off(8))).toBeLessThan(1.5);
    const biased = estimate(minimum, { probes: 64, steps: 3 });
    expect(biasSentence(biased.reply, biased.found)).toMatch(/^The log-determinant is off by /);
    const honest = estimate(minimum, { probes: 64, steps: 16 });
    expect(biasSentence(honest.reply, honest.found)).toBeNull();
  });

  test('Gauss–Newton’s matrix has most of its eigenvalues at the weight decay, which moves them and no others', () => {
    const at = (experiment: Experiment): readonly number[] => factsOf(experiment).eigenvalues('gauss-newton');
    const near = (values: readonly number[], alpha: number): number =>
      values.filter((value) => Math.abs(value / alpha - 1) < 0.1).length;
    const [here, moved] = [at(minimum), at({ ...minimum, weightDecay: 0.001 })];
    expect(Math.min(...here)).toBeGreaterThan(0.0099);
    expect(near(here, 0.01)).toBeGreaterThan(33 / 2);
    expect(near(moved, 0.001)).toBeGreaterThan(33 / 3);
    expect((moved[0] ?? NaN) / (here[0] ?? NaN)).toBeCloseTo(1, 1);
  });
});
