import { Matrix, solve } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { expectClose } from '../../../engine/testing/close.ts';
import type { StudyId, StudySettings } from '../../../engine/notebook/studies/index.ts';
import type { Notebook } from '../../../engine/notebook/notebook.ts';
import { boltzmann as machineTask } from '../../../workers/tasks/boltzmann.ts';
import { boltzmannSample } from '../../../workers/tasks/boltzmannSample.ts';
import { recurrent as networkTask } from '../../../workers/tasks/recurrent.ts';
import { recurrentGains } from '../../../workers/tasks/recurrentGains.ts';
import { recurrentHessian } from '../../../workers/tasks/recurrentHessian.ts';
import { coverageOf } from '../../studies/boltzmann/quantities.ts';
import { boltzmann } from './boltzmann.ts';
import { recurrent } from './recurrent.ts';

/** The settings of a page's k-th study. */
function studyOf<K extends StudyId>(page: Notebook, id: K, k: number): StudySettings[K] {
  const all = page.cells.filter((cell) => cell.kind === 'study' && cell.study === id);
  const cell = all[k];
  if (cell?.kind !== 'study') throw new Error(`no study: ${k}`);
  return cell.settings as StudySettings[K];
}

const at = (list: ArrayLike<number>, k: number): number => list[k] ?? NaN;
const DRAWN = { seed: 1 };

describe('recurrent networks', () => {
  const first = studyOf(recurrent, 'recurrent', 0);
  const stable = studyOf(recurrent, 'recurrent', 2);
  const settled = (change: Partial<typeof first>) => networkTask({ ...first, ...change, direction: DRAWN });
  const statuses = (change: Partial<typeof first>): string[] =>
    settled({ ...stable, ...change }).patterns.map(({ status }) => status);

  test('settle at 0.8, with τ = 1 in fewer steps, and agree with differences', () => {
    const damped = settled({});
    const plain = settled({ rate: 1 });
    damped.patterns.forEach(({ status, radius, steps }, p) => {
      expect(status).toBe('settled');
      expect(radius).toBeLessThan(1);
      expect(plain.patterns[p]?.steps).toBeLessThan(steps);
    });
    const { derivatives } = damped;
    // The page says 1e-10 and 1e-8 of fourth-order differences.
    expectClose('∇E', derivatives?.gradient ?? [], derivatives?.checked?.gradient ?? [], 1e-8, 1);
    expectClose('Hv', derivatives?.Hv ?? [], derivatives?.checked?.Hv ?? [], 1e-7, 1);
  });

  test('all four relaxations end with one slope', () => {
    const { patterns, derivatives } = settled({});
    const course = derivatives?.courses[0];
    const courses = [patterns[0]?.course, course?.z, course?.Ry, course?.Rz];
    const factor = patterns[0]?.factor ?? NaN;
    for (const one of courses) {
      const { movementSteps, movements } = one ?? { movementSteps: [], movements: [] };
      const last = movements.length - 1;
      const from = Math.round(0.4 * last);
      const to = Math.round(0.9 * last);
      const steps = at(movementSteps, to) - at(movementSteps, from);
      const slope = Math.log(at(movements, to) / at(movements, from)) / steps;
      // A complex pair turns while it shrinks, and R{z} has a power of the time before its exponential.
      expect(Math.abs(slope / Math.log(factor) - 1)).toBeLessThan(0.2);
    }
  });

  test('H has (n − N)² zeros, of which a direction is built by hand, and as many negative as positive', () => {
    const { eigenvalues, values, asymmetry } = recurrentHessian(first);
    const zero = eigenvalues.filter((value) => Math.abs(value) < 1e-12);
    expect(zero).toHaveLength(4);
    expect(eigenvalues.filter((value) => value > 1e-12)).toHaveLength(6);
    expect(eigenvalues.filter((value) => value < -1e-12)).toHaveLength(6);
    expect(asymmetry).toBeLessThan(1e-12);
    const one = recurrentHessian({ ...first, patterns: 1 }).eigenvalues;
    expect(one.filter((value) => Math.abs(value) < 1e-12)).toHaveLength(9);
    // a ⊥ y, b ⊥ z: the last right singular vector of each pair, from the 4 × 4 matrix by projection.
    const { patterns, derivatives } = settled({});
    const orthogonalTo = (rows: ArrayLike<number>[]): number[] => {
      const A = new Matrix(rows.map((row) => Array.from(row)));
      const seed = Matrix.columnVector([1, -2, 3, 0.5]);
      const share = A.transpose().mmul(solve(A.mmul(A.transpose()), A.mmul(seed)));
      return Matrix.sub(seed, share).to1DArray();
    };
    const a = orthogonalTo(patterns.map(({ y }) => y));
    const b = orthogonalTo(derivatives?.ends.map(({ z }) => z) ?? []);
    const b2 = [1, 1, -1, 2];
    const H = new Matrix(
      Array.from({ length: 16 }, (_, row) => Array.from(values?.slice(row * 16, row * 16 + 16) ?? [])),
    );
    const outer = (x: readonly number[], y: readonly number[]): Matrix =>
      Matrix.columnVector(x.flatMap((entry) => y.map((other) => entry * other)));
    expectClose('Hv', H.mmul(outer(a, b)).to1DArray(), new Float64Array(16), 1e-11, 10);
    const v = outer(a, b2);
    const Hv = H.mmul(v);
    expect(Math.abs(v.transpose().mmul(Hv).get(0, 0))).toBeLessThan(1e-11);
    expect(Hv.norm()).toBeGreaterThan(0.1);
  });

  test('at 1.4 it settles by damping; 1.55 needs τ = 0.2; at 2 none helps; at 3.8 it settles again', () => {
    const here = settled(stable).patterns[0];
    expect(stable.gain).toBe(1.4);
    expect(here?.status).toBe('settled');
    expect(here?.radius).toBeGreaterThan(1);
    expect(statuses({ rate: 1 })).toContain('oscillating');
    expect(statuses({ gain: 1.55 })).toContain('oscillating');
    expect(settled({ ...stable, gain: 1.55 }).derivatives).toBeNull();
    expect(statuses({ gain: 1.55, rate: 0.2 })).toEqual(['settled', 'settled']);
    for (const rate of [0.5, 0.2, 0.05]) expect(statuses({ gain: 2, rate })).toContain('oscillating');
    expect(settled({ ...stable, gain: 2 }).patterns[0]?.abscissa).toBeGreaterThan(1);
    expect(settled({ ...stable, gain: 2 }).patterns[0]?.atEquilibrium).toBe(true);
    expect(statuses({ gain: 3.8 })).toEqual(['settled', 'settled']);
    const { points } = recurrentGains({ model: stable, gains: [3.5, 3.6, 3.7, 3.8] });
    expect(points.map(({ settles }) => settles)).toEqual([false, false, true, true]);
  });

  test('at 3.8 two units are saturated and the spectral radius is above 2, at 0.8 none is', () => {
    const slopesAt = (gain: number): number[] => {
      const { patterns, weights } = settled({ gain });
      const y = Array.from(patterns[0]?.y ?? []);
      return y.map((_, j) => {
        const x = y.reduce((sum, entry, i) => sum + at(weights, i * 4 + j) * entry, 0);
        return 1 / Math.cosh(x) ** 2;
      });
    };
    expect(Math.min(...slopesAt(0.8))).toBeGreaterThan(0.96);
    expect(at(slopesAt(3.8), 0)).toBeCloseTo(0.13, 2);
    expect(at(slopesAt(3.8), 2)).toBeLessThan(1e-3);
    expect(settled({ gain: 3.8 }).patterns[0]?.radius).toBeGreaterThan(2);
  });

  test('71 steps at 0.5, 1223 at 1.4; and w₁₁ = −4 takes steps of 0.2', () => {
    const slowest = (gain: number): number =>
      Math.max(...settled({ gain }).patterns.map(({ steps }) => steps));
    expect([slowest(0.5), slowest(1.4)]).toEqual([71, 1223]);
    const changed = [{ from: 0, to: 0, value: -4 }];
    expect(statuses({ gain: 0.8, changed })).toContain('oscillating');
    expect(statuses({ gain: 0.8, changed, rate: 0.2 })).toEqual(['settled', 'settled']);
  });
});

describe('Boltzmann machines', () => {
  const first = studyOf(boltzmann, 'boltzmann', 0);
  const visible = studyOf(boltzmann, 'boltzmann', 1);
  const stuck = studyOf(boltzmann, 'boltzmann', 2);
  const exactOf = (settings: typeof first, direction: { seed: number } | { i: number; j: number } = DRAWN) =>
    machineTask({ ...settings, direction });
  const sampleOf = (settings: typeof first, level: number) =>
    boltzmannSample({ model: { ...settings, direction: DRAWN }, sweeps: 8 * 4 ** level, seed: 1 });
  const relative = (a: Float64Array, b: Float64Array): number =>
    Math.hypot(...a.map((entry, q) => entry - at(b, q))) / Math.hypot(...b);

  test('Hv agrees with differences of the gradient, and G with a sum over all states by hand', () => {
    const { exact, checked, weights, divergence } = exactOf(first);
    expectClose('Hv', exact.Hv, checked.Hv, 1e-9, 1);
    expectClose('∇G', exact.gradient, checked.gradient, 1e-10, 1);
    // 2⁵ states of v₁ v₂ v₃ h₁ h₂ after the unit that is always on.
    const shown = new Map<string, number>();
    let Z = 0;
    for (let state = 0; state < 32; state++) {
      const s = [1, ...[0, 1, 2, 3, 4].map((bit) => (state >> bit) & 1)];
      let [E, q] = [0, 0];
      for (let i = 0; i < 6; i++) for (let j = i + 1; j < 6; j++) E += at(s, i) * at(s, j) * at(weights, q++);
      const weight = Math.exp(-E);
      Z += weight;
      const key = s.slice(1, 4).join('');
      shown.set(key, (shown.get(key) ?? 0) + weight);
    }
    const G = ['100', '010', '001'].reduce(
      (sum, key) => sum + Math.log(1 / 3 / ((shown.get(key) ?? NaN) / Z)) / 3,
      0,
    );
    expect(divergence).toBeCloseTo(G, 12);
  });

  test('sixteen times the states leave about a quarter of the error, and Hv is the noisier', () => {
    const { exact } = exactOf(first);
    const off = (level: number, of: 'gradient' | 'Hv'): number =>
      relative(sampleOf(first, level).values[of], exact[of]);
    for (const of of ['gradient', 'Hv'] as const) {
      // One run: within a factor of two of a quarter.
      expect(off(5, of) / off(3, of)).toBeGreaterThan(1 / 8);
      expect(off(5, of) / off(3, of)).toBeLessThan(1 / 2);
    }
    for (const level of [0, 1, 3, 4, 5]) expect(off(level, 'Hv')).toBeGreaterThan(off(level, 'gradient'));
  });

  test('nearly all bars hold at all numbers of states', () => {
    const { exact } = exactOf(first);
    for (const quantity of ['p', 'Rp', 'gradient', 'Hv'] as const) {
      const all = [0, 1, 2, 3, 4, 5].map((level) => coverageOf(quantity, exact, sampleOf(first, level)));
      const bars = all.reduce((sum, one) => sum + one.bars, 0);
      expect(all.reduce((sum, one) => sum + one.hold, 0) / bars).toBeGreaterThan(0.9);
    }
    expect(sampleOf(first, 3).warning).toBeNull();
    expect(sampleOf(first, 0).warning).toContain('too few effective samples');
  });

  test('without hidden units H is a covariance; with them v₁h₁ has a negative curvature', () => {
    for (let seed = 1; seed <= 30; seed++) expect(exactOf(visible, { seed }).curvature).toBeGreaterThan(0);
    const { exact } = exactOf(visible);
    expect(Math.max(...exact.Rclamped.map(Math.abs))).toBeLessThan(1e-15);
    expect(exactOf(first, { i: 1, j: 4 }).curvature).toBeLessThan(-0.01);
  });

  test('strong weights hold the chains: bars miss, more states do not help, and T = 10 does', () => {
    const { exact } = exactOf(stuck);
    for (const level of [3, 5]) {
      const sample = sampleOf(stuck, level);
      expect(sample.warning).toContain('never changed');
      const { bars, hold } = coverageOf('p', exact, sample);
      expect(hold / bars).toBeLessThan(0.2);
    }
    const warm = { ...stuck, temperature: 10 };
    const sample = sampleOf(warm, 3);
    const { bars, hold } = coverageOf('p', exactOf(warm).exact, sample);
    expect(sample.warning).toBeNull();
    expect(hold / bars).toBeGreaterThan(0.9);
  });
});
