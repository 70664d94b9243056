import { describe, expect, test } from 'vitest';
import type { Experiment } from '../../../engine/experiment/document.ts';
import type { StudySettings } from '../../../engine/notebook/studies/index.ts';
import { racerIds, type RacerId } from '../../../engine/uses/race/index.ts';
import { engineApi } from '../../../workers/engineApi.ts';
import { setCount } from '../../state/edits/data.ts';
import { race } from './race.ts';
import { experimentOf, factsOf, problemOf } from './testing/facts.ts';

type Settings = StudySettings['race'];

/** The settings of the k-th race of the page. */
function settingsOf(k: number): Settings {
  const found = race.cells.flatMap((cell) =>
    cell.kind === 'study' && cell.study === 'race' ? [cell.settings] : [],
  )[k];
  if (found === undefined) throw new Error(`page has no race: ${k}`);
  return found;
}

/** One method from the experiment's weights, and what eigenvalues of H there are at its end. */
function run(experiment: Experiment, method: RacerId, settings: Settings) {
  const problem = problemOf(experiment);
  const reply = engineApi.race({
    problem,
    method,
    settings,
    carried: null,
    reference: null,
    taken: 0,
    steps: settings.iterations,
    noteEvery: 1,
    budgetMilliseconds: 60_000,
  });
  const ended = { ...experiment, parameters: Array.from(reply.parameters) };
  return {
    ...reply,
    steps: reply.errors.length,
    error: reply.errors.at(-1) ?? reply.start.error,
    gradient: reply.gradientNorms.at(-1) ?? reply.start.gradientNorm,
    highest: Math.max(...reply.errors),
    negative: factsOf(ended)
      .eigenvalues('exact')
      .filter((value) => value < -1e-9).length,
  };
}

describe('a bowl', () => {
  const line = experimentOf(race, 0);
  const settings = settingsOf(0);
  const at = (method: RacerId, change: Partial<Settings> = {}) =>
    run(line, method, { ...settings, ...change });

  test('Newton and Gauss–Newton are there after one step, natural gradient halves its distance', () => {
    const [top = NaN] = factsOf(line).eigenvalues('exact');
    expect(top).toBeCloseTo(40, 1);
    const newton = at('newton');
    expect(newton.steps).toBe(1);
    expect(newton.stop).toBe('rest');
    expect(at('gauss-newton').error).toBeCloseTo(newton.error, 10);
    const natural = at('natural').gradientNorms;
    expect((natural[4] ?? NaN) / (natural[3] ?? NaN)).toBeCloseTo(0.5, 10);
    expect(at('natural', { naturalRate: 1 }).steps).toBe(1);
  });

  test('gradient descent swings by −0.8 and diverges beyond 2/λ, where momentum still converges', () => {
    const { gradientNorms } = at('gradient-descent');
    expect((gradientNorms[40] ?? NaN) / (gradientNorms[39] ?? NaN)).toBeCloseTo(0.8, 3);
    const beyond = { learningRate: 0.051, iterations: 1000 };
    expect(at('gradient-descent', beyond).stop).toBe('explosion');
    expect(at('momentum', beyond).stop).toBe('rest');
    expect(at('momentum', { ...beyond, learningRate: 0.091 }).stop).toBe('explosion');
    expect(at('momentum', { ...beyond, learningRate: 0.089 }).stop).not.toBe('explosion');
  });
});

describe('a network', () => {
  const sine = experimentOf(race, 1);
  const settings = settingsOf(1);
  const at = (method: RacerId, change: Partial<Settings> = {}) =>
    run(sine, method, { ...settings, ...change });

  test('Newton rests first, at a saddle; two others find the minimum', () => {
    expect(sine.parameters).toHaveLength(10);
    expect(
      factsOf(sine)
        .eigenvalues('exact')
        .filter((value) => value < 0),
    ).toHaveLength(4);
    const newton = at('newton');
    expect(newton.stop).toBe('rest');
    expect(newton.steps).toBe(11);
    expect(newton.negative).toBeGreaterThan(0);
    const [lm, cg] = [at('levenberg-marquardt'), at('newton-cg')];
    expect(newton.error / cg.error).toBeGreaterThan(17);
    expect(newton.error / cg.error).toBeLessThan(18);
    expect(lm.error / cg.error).toBeCloseTo(1, 8);
    for (const { negative } of [lm, cg]) expect(negative).toBe(0);
    expect(lm.steps).toBe(25);
    expect(cg.steps).toBe(35);
    for (const id of settings.methods.filter((one) => one !== 'newton'))
      if (at(id).stop === 'rest') expect(at(id).steps).toBeGreaterThan(newton.steps);
    // More digits with each step, at the end.
    const last = Array.from(cg.gradientNorms.slice(-4), Math.log10);
    const gains = last.slice(1).map((digits, k) => (last[k] ?? NaN) - digits);
    expect(gains[1]).toBeGreaterThan(gains[0] ?? NaN);
    expect(gains[2]).toBeGreaterThan(gains[1] ?? NaN);
  });

  test('halving does not help Newton, whose step climbs', () => {
    const halved = at('newton', { length: 'halved' });
    expect(halved.stop).toBe('no-descent');
    expect(halved.steps).toBe(2);
    expect(halved.negative).toBeGreaterThan(0);
  });

  test('Gauss–Newton halved finds the minimum, full it leaps; damping keeps it', () => {
    const third = settingsOf(2);
    const minimum = at('newton-cg').error;
    const of = (id: RacerId, change: Partial<Settings> = {}) => at(id, { ...third, ...change });
    for (const id of ['gauss-newton', 'levenberg-marquardt', 'natural'] as const)
      expect(of(id).error / minimum).toBeCloseTo(1, 6);
    expect(of('kfac').error / minimum).toBeGreaterThan(1.05);
    const heights = [0, 1, 2, 3, 4].map((turn) => {
      // other last bits
      const parameters = sine.parameters.map((weight, q) => weight * (1 + ((q * turn) % 5) * Number.EPSILON));
      const full = run({ ...sine, parameters }, 'gauss-newton', { ...third, length: 'full' });
      const early = Math.max(...full.errors.slice(0, 10)) / full.start.error;
      expect(early).toBeGreaterThan(20);
      expect(early).toBeLessThan(21);
      expect(full.stop).not.toBe('rest');
      return full.highest / full.start.error;
    });
    expect(Math.min(...heights)).toBeGreaterThan(50);
    expect(Math.max(...heights) - Math.min(...heights)).toBeGreaterThan(10);
    expect(of('gauss-newton', { length: 'full', damping: 1 }).error / minimum).toBeLessThan(1.001);
  });

  test('the ends of Gauss–Newton and Levenberg–Marquardt are one network with its units exchanged', () => {
    const third = settingsOf(2);
    const [a, b] = [at('gauss-newton', third), at('levenberg-marquardt', third)];
    const apart = Math.hypot(...a.parameters.map((weight, q) => weight - (b.parameters[q] ?? NaN)));
    expect(apart).toBeGreaterThan(1);
    /** |weight in|, |bias|, |weight out| of each hidden unit, in order of size; then the output's bias. */
    const units = (w: Float64Array): number[] => [
      ...[0, 1, 2]
        .map((j) => [w[j], w[3 + j], w[6 + j]].map((weight) => Math.abs(weight ?? NaN)))
        .sort((one, two) => (one[0] ?? NaN) - (two[0] ?? NaN))
        .flat(),
      w[9] ?? NaN,
    ];
    const [one, two] = [units(a.parameters), units(b.parameters)];
    // Levenberg–Marquardt stops at a gradient of 1e-7, in a valley of curvature 1e-2.
    one.forEach((weight, k) => expect(Math.abs(weight - (two[k] ?? NaN))).toBeLessThan(1e-3));
  });

  test('five targets without decay leave G singular, and Levenberg–Marquardt runs', () => {
    const few = { ...setCount(5)(sine), weightDecay: 0 };
    const third = settingsOf(2);
    expect(run(few, 'gauss-newton', third).stop).toBe('no-inverse');
    expect(run(few, 'levenberg-marquardt', third).steps).toBeGreaterThan(5);
    const G = factsOf(few).eigenvalues('gauss-newton');
    expect(G.filter((value) => Math.abs(value) < 1e-10 * (G[0] ?? NaN)).length).toBeGreaterThanOrEqual(5);
  });

  test('every method of the list races on the page', () => {
    const shown = [0, 1, 2].flatMap((k) => settingsOf(k).methods);
    expect(new Set(shown)).toEqual(new Set(racerIds));
  });
});
