import fc from 'fast-check';
import { solve, Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { createWorkspace } from '../curvature/createWorkspace.ts';
import { exact } from '../curvature/exact.ts';
import { gaussians } from '../data/random.ts';
import { dot } from '../kernels/multiply.ts';
import { rProduct } from '../products/hessianVector.ts';
import { expectClose } from '../testing/close.ts';
import { randomProblem } from '../testing/randomProblem.ts';
import { conjugateGradient } from './conjugateGradient.ts';
import { neumann } from './neumann.ts';

/** `P diag(λ) P`, P = I − 2uuᵀ a reflection, as an operator. */
function operator(eigenvalues: readonly number[], seed: number) {
  const W = eigenvalues.length;
  const u = gaussians(seed, W);
  const size = dot(u, 0, u, 0, W);
  const reflect = (x: Float64Array): Float64Array => {
    const along = (2 * dot(u, 0, x, 0, W)) / size;
    return x.map((entry, q) => entry - along * u[q]);
  };
  const of = (f: (value: number) => number) => (x: Float64Array) =>
    reflect(reflect(x).map((entry, i) => f(eigenvalues[i]) * entry));
  return { apply: of((value) => value), of };
}

const norm = (x: Float64Array): number => Math.sqrt(dot(x, 0, x, 0, x.length));
const seeds = fc.integer({ min: 1, max: 10_000 });
const positive = fc.array(fc.constantFrom(0.5, 1, 4, 9), { minLength: 1, maxLength: 25 });

describe('conjugate gradients', () => {
  test('solve in as many steps as there are different eigenvalues', () => {
    fc.assert(
      fc.property(positive, seeds, (eigenvalues, seed) => {
        const { apply, of } = operator(eigenvalues, seed);
        const b = gaussians(seed + 1, eigenvalues.length);
        const found = conjugateGradient(apply, b, { steps: 10, tolerance: 1e-12 });
        expect(found.status).toBe('converged');
        // Rounding may ask for one step more.
        expect(found.residuals.length - 1).toBeLessThanOrEqual(new Set(eigenvalues).size + 1);
        // Condition number 18 at most.
        expectClose('x', found.x, of((value) => 1 / value)(b), 1e-10);
        const Ax = apply(found.x);
        const residual = norm(b.map((entry, q) => entry - Ax[q])) / norm(b);
        expect(residual).toBeLessThan(1e-11);
      }),
      { numRuns: 300 },
    );
  });

  test('the residual curve is that of the iterates', () => {
    const eigenvalues = Array.from({ length: 30 }, (_, k) => 1 + k * k);
    const { apply } = operator(eigenvalues, 3);
    const b = gaussians(4, 30);
    for (const steps of [0, 1, 5, 12]) {
      const { x, residuals, status } = conjugateGradient(apply, b, { steps, tolerance: 1e-12 });
      expect(status).toBe('steps');
      const Ax = apply(x);
      const residual = norm(b.map((entry, q) => entry - Ax[q])) / norm(b);
      expectClose('residual', [residuals[steps]], [residual], 1e-10);
    }
  });

  test('errors are those of the iterates, one for each residual', () => {
    const { apply, of } = operator([0.5, 1, 2, 4, 9, 20], 5);
    const b = gaussians(6, 6);
    const solution = of((value) => 1 / value)(b);
    const distance = (x: Float64Array): number => norm(x.map((e, q) => e - solution[q])) / norm(solution);
    const most = { steps: 5, tolerance: 0 };
    const found = conjugateGradient(apply, b, { ...most, solution });
    const series = neumann(apply, b, { ...most, s: 0.09, solution });
    const shorter = [0, 1, 2, 3, 4, 5].map((steps) => ({ ...most, steps }));
    // The same numbers by the same operations.
    expectClose(
      'cg',
      found.errors,
      shorter.map((settings) => distance(conjugateGradient(apply, b, settings).x)),
      1e-12,
    );
    expectClose(
      'neumann',
      series.errors,
      shorter.map((settings) => distance(neumann(apply, b, { ...settings, s: 0.09 }).x)),
      1e-12,
    );
    expect(conjugateGradient(apply, b, most).errors).toEqual([]);
    expect(neumann(apply, b, { ...most, s: 0.09 }).errors).toEqual([]);
  });

  test('on H stop at negative curvature, or solve as the library does', () => {
    fc.assert(
      fc.property(randomProblem(), seeds, (drawn, seed) => {
        const problem = { ...drawn, weightDecay: 0.7 };
        const workspace = createWorkspace(problem);
        const { W } = workspace.topology;
        const H = exact.compute(workspace).values;
        const b = gaussians(seed, W);
        const apply = (v: Float64Array): Float64Array => rProduct(workspace, v);
        const { status, stop, x } = conjugateGradient(apply, b, { steps: 5 * W, tolerance: 1e-11 });
        if (stop !== null) {
          const p = stop.direction;
          const Hp = p.map((_, row) => dot(H, row * W, p, 0, W));
          const curvature = dot(p, 0, Hp, 0, W) / dot(p, 0, p, 0, W);
          const size = H.reduce((top, entry) => Math.max(top, Math.abs(entry)), 0);
          expect(curvature).toBeLessThan(1e-13 * W * size);
          expectClose('curvature', [stop.curvature], [curvature], 1e-12 * W, size);
        } else if (status === 'converged') {
          const Hx = x.map((_, row) => dot(H, row * W, x, 0, W));
          // Residuals by recursion and in truth part by roundings of ‖H‖ ‖x‖.
          expectClose('Hx', Hx, b, 1e-8);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('an indefinite operator is stopped, and b = 0 is solved at once', () => {
    const { apply } = operator([1, 2, -3], 8);
    const found = conjugateGradient(apply, gaussians(9, 3), { steps: 10, tolerance: 1e-12 });
    expect(found.status).toBe('negative-curvature');
    expect(found.stop?.curvature).toBeLessThan(0);
    const none = conjugateGradient(apply, new Float64Array(3), { steps: 10, tolerance: 1e-12 });
    expect(none).toMatchObject({ status: 'converged', residuals: [0] });
    const broken = (v: Float64Array): Float64Array => v.map(() => NaN);
    expect(() => conjugateGradient(broken, gaussians(9, 3), { steps: 1, tolerance: 0 })).toThrow(
      'curvature along the search direction is not finite: NaN',
    );
  });
});

describe("Neumann's series", () => {
  test('residuals are those of the powers of I − sH, and ρ is the largest |1 − sλ|', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(-1, 0.5, 1, 4, 9), { minLength: 1, maxLength: 20 }),
        fc.constantFrom(0.02, 0.1, 0.2, 0.3),
        seeds,
        (eigenvalues, s, seed) => {
          const { apply, of } = operator(eigenvalues, seed);
          const v = gaussians(seed + 1, eigenvalues.length);
          const found = neumann(apply, v, { s, steps: 12, tolerance: 0 });
          expectClose('ρ', [found.radius], [Math.max(...eigenvalues.map((x) => Math.abs(1 - s * x)))], 1e-8);
          const expected = found.residuals.map(
            (_, k) => norm(of((x) => (1 - s * x) ** (k + 1))(v)) / norm(v),
          );
          // What is left of v falls below its rounding.
          expectClose('residuals', found.residuals, expected, 1e-12, 1);
          const indefinite = Math.min(...eigenvalues) <= 0;
          const tooLarge = s * Math.max(...eigenvalues) >= 2;
          expect(found.fails).toBe(indefinite ? 'not positive definite' : tooLarge ? 'step too large' : null);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('below ρ = 1 it reaches the solution', () => {
    fc.assert(
      fc.property(positive, seeds, (eigenvalues, seed) => {
        const { apply, of } = operator(eigenvalues, seed);
        const v = gaussians(seed + 1, eigenvalues.length);
        const found = neumann(apply, v, { s: 0.2, steps: 400, tolerance: 1e-12 });
        // |1 − 0.2 λ| is 0.9 at most, and 0.9³⁰⁰ = 2e-14.
        expect(found.status).toBe('converged');
        expectClose('x', found.x, of((value) => 1 / value)(v), 1e-10);
      }),
      { numRuns: 200 },
    );
  });

  test('divergence is caught with its reason', () => {
    const indefinite = neumann(operator([1, -1], 3).apply, gaussians(4, 2), {
      s: 1,
      steps: 500,
      tolerance: 1e-9,
    });
    expect(indefinite).toMatchObject({ status: 'diverged', fails: 'not positive definite' });
    expect(indefinite.radius).toBeCloseTo(2, 12);
    // |1 − λ|ᵏ passes 10⁸ after 27 doublings.
    expect(indefinite.residuals.length).toBeLessThan(32);
    const large = neumann(operator([1, 3], 3).apply, gaussians(4, 2), { s: 1, steps: 500, tolerance: 1e-9 });
    expect(large).toMatchObject({ status: 'diverged', fails: 'step too large' });
    expect(() => neumann(operator([1], 3).apply, gaussians(4, 1), { s: -1, steps: 5, tolerance: 0 })).toThrow(
      'scale s is not a number above 0: -1',
    );
  });

  test('on the Hessian of a problem with enough decay it is the library’s solution', () => {
    const [drawn] = fc.sample(randomProblem({ losses: ['sum-of-squares'], outputs: ['identity'] }), {
      numRuns: 1,
      seed: 6,
    });
    const workspace = createWorkspace({ ...drawn, weightDecay: 30 });
    const { W } = workspace.topology;
    const v = gaussians(7, W);
    const apply = (u: Float64Array): Float64Array => rProduct(workspace, u);
    const found = neumann(apply, v, { s: 1 / 60, steps: 2000, tolerance: 1e-13 });
    expect(found).toMatchObject({ status: 'converged', fails: null });
    const H = Matrix.from1DArray(W, W, exact.compute(workspace).values);
    expectClose('H⁻¹v', found.x, solve(H, Matrix.columnVector(v)).to1DArray(), 1e-11);
  });
});
