import { CholeskyDecomposition, inverse as invert, Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { createWorkspace } from '../../../engine/curvature/createWorkspace.ts';
import type { MatrixId } from '../../../engine/curvature/index.ts';
import { gradientOperations, rProductOperations } from '../../../engine/curvature/passOperations.ts';
import { sweepSteps } from '../../../engine/experiment/sweepSteps.ts';
import { expectClose } from '../../../engine/testing/close.ts';
import { outputJacobian } from '../../../engine/testing/jacobian.ts';
import { engineApi } from '../../../workers/engineApi.ts';
import type { SweepCurve } from '../../../workers/protocol.ts';
import { setCount } from '../../state/edits/data.ts';
import { addLayer } from '../../state/edits/insertLayer.ts';
import { setActivation, setNumber } from '../../state/edits/network.ts';
import { choosing } from './choosing.ts';
import { exactEvaluation } from './exactEvaluation.ts';
import { fastMultiplication } from './fastMultiplication.ts';
import { finiteDifferences } from './finiteDifferences.ts';
import { inverseHessian } from './inverse.ts';
import { experimentOf, factsOf, relative, trained } from './testing/facts.ts';
import { sequentialInverses } from './testing/sequential.ts';

describe('the inverse', () => {
  const seven = experimentOf(inverseHessian, 0);
  const rowsOf = (experiment: typeof seven): readonly Float64Array[] => {
    const { problem, W } = factsOf(experiment);
    const J = outputJacobian(createWorkspace(problem));
    return Array.from({ length: problem.batch.N }, (_, n) =>
      Float64Array.from({ length: W }, (_entry, q) => J[q]?.[n] ?? NaN),
    );
  };
  const inverseOf = (experiment: typeof seven, id: 'exact' | 'outer-product'): Matrix => {
    const { values, W } = factsOf(experiment);
    return invert(Matrix.from1DArray(W, W, values(id)));
  };

  test('by the sequential formula is the direct one, in any order, and its diagonal never grows', () => {
    expect(seven.parameters).toHaveLength(7);
    for (const experiment of [seven, trained(seven)]) {
      const rows = rowsOf(experiment);
      const alpha = experiment.weightDecay;
      const steps = sequentialInverses(rows, alpha);
      const direct = inverseOf(experiment, 'outer-product').to1DArray();
      // Condition number 1e2 to 1e3, times the rounding of a few hundred operations.
      expectClose('sequential', steps.at(-1) ?? [], direct, 1e-11);
      expectClose('backwards', sequentialInverses([...rows].reverse(), alpha).at(-1) ?? [], direct, 1e-11);
      steps.forEach((after, L) => {
        const before = steps[L - 1];
        for (let q = 0; q < 49; q += 8) {
          expect(after[q]).toBeLessThanOrEqual(before?.[q] ?? 10);
          if (before === undefined) expect(after[q]).toBeCloseTo(10, 12);
        }
      });
    }
  });

  test('loses digits where α is very small', () => {
    const tiny = { ...seven, weightDecay: 1e-10 };
    const off = (experiment: typeof seven): number =>
      relative(
        sequentialInverses(rowsOf(experiment), experiment.weightDecay).at(-1) ?? [],
        inverseOf(experiment, 'outer-product').to1DArray(),
      );
    expect(off(tiny)).toBeGreaterThan(1e4 * off(seven));
  });

  test('of three patterns has 1/α four times', () => {
    const { eigenvalues } = factsOf(setCount(3)(seven));
    const least = eigenvalues('outer-product').filter((value) => Math.abs(value - 0.1) < 1e-12);
    expect(least.length).toBeGreaterThanOrEqual(4);
    expect(Math.min(...eigenvalues('outer-product'))).toBeCloseTo(0.1, 12);
  });

  test('of H has two negative eigenvalues at first, and Cholesky refuses', () => {
    const { eigenvalues, values } = factsOf(seven);
    expect(eigenvalues('exact').filter((value) => value < 0)).toHaveLength(2);
    expect(new CholeskyDecomposition(Matrix.from1DArray(7, 7, values('exact'))).isPositiveDefinite()).toBe(
      false,
    );
  });

  test('of the outer product is further off than all of H⁻¹, where the outer product itself is 6 % off', () => {
    const there = trained(seven);
    expect(factsOf(there).eigenvalues('exact').at(-1)).toBeGreaterThan(0);
    expect(factsOf(there).off('outer-product')).toBeCloseTo(0.06, 2);
    const difference = relative(
      inverseOf(there, 'outer-product').to1DArray(),
      inverseOf(there, 'exact').to1DArray(),
    );
    expect(difference).toBeGreaterThan(1);
  });
});

describe('finite differences', () => {
  const swept = experimentOf(finiteDifferences, 0);
  const sweepOf = (entry: readonly [number, number]) =>
    engineApi.sweep({
      problem: factsOf(swept).problem,
      of: { kind: 'entry', entry },
      steps: sweepSteps,
      check: true,
    });
  const bestOf = ({ errors, steps }: ReturnType<typeof sweepOf>, curve: SweepCurve) => {
    const error = Math.min(...errors[curve]);
    return { error, step: steps[errors[curve].indexOf(error)] ?? NaN };
  };

  test('are best at about the steps, and to about the digits, that the table says', () => {
    const entry = swept.view.entry;
    if (entry === undefined) throw new Error('no entry');
    const sweep = sweepOf(entry);
    const table = {
      fourPoint: { step: -4, error: -8 },
      oneSided: { step: -8, error: -8 },
      central: { step: -5, error: -11 },
    } as const;
    for (const curve of ['fourPoint', 'oneSided', 'central'] as const) {
      const best = bestOf(sweep, curve);
      // Orders of magnitude: within one of each.
      expect(Math.abs(Math.log10(best.step) - table[curve].step), curve).toBeLessThan(1);
      expect(Math.abs(Math.log10(best.error) - table[curve].error), curve).toBeLessThan(1);
    }
    expect(sweep.ownError).toBeLessThan(1e-14);
  });

  test('have no truncation for the bias of a linear output, whose entry is N', () => {
    const sweep = sweepOf([9, 9]);
    expect(sweep.value).toBe(40);
    for (const curve of ['fourPoint', 'oneSided', 'central'] as const)
      expect(sweep.errors[curve][0]).toBeLessThan(1e-13);
  });

  test('of the gradient have more digits and cost less', () => {
    const { off, operations } = factsOf(swept);
    expect(off('gradient-differences')).toBeLessThan(1e-10);
    expect(off('four-point')).toBeLessThan(1e-7);
    expect(off('four-point')).toBeGreaterThan(1e-9);
    expect(operations('four-point') / operations('gradient-differences')).toBeCloseTo(3.67, 2);
  });
});

describe('exact evaluation', () => {
  const three = experimentOf(exactEvaluation, 0);

  test('agrees with the closed form and with differences', () => {
    const { off } = factsOf(three);
    expect(off('closed-form')).toBeLessThan(1e-14);
    // What central differences of the gradient reach.
    expect(off('gradient-differences')).toBeLessThan(1e-9);
  });

  /** Which entries of the residual are not 0, by what their two weights are: `1u` into unit u, `2u` from it. */
  const left = (experiment: typeof three): ReadonlySet<string> => {
    const { values, W } = factsOf(experiment);
    const R = values('residual');
    const kind = (q: number): string => {
      if (q < 4) return `1${Math.floor(q / 2)}`;
      if (q < 6) return `1${q - 4}`;
      return q < 12 ? `2${q % 2}` : 'bias';
    };
    const kinds = new Set<string>();
    R.forEach((entry, at) => {
      if (entry !== 0) kinds.add([kind(Math.floor(at / W)), kind(at % W)].sort().join(' '));
    });
    return kinds;
  };

  test('leaves a residual where two weights meet at a hidden unit, and nowhere else', () => {
    expect(left(three)).toEqual(new Set(['10 10', '11 11', '10 20', '11 21']));
  });

  test('with linear hidden units keeps it between the layers alone', () => {
    expect(left(setActivation('hidden1', 'identity')(three))).toEqual(new Set(['10 20', '11 21']));
  });

  test('shows the term with δ in row 7, column 1, and not in row 8', () => {
    const { problem } = factsOf(three);
    const deltaOf = (row: number): unknown => {
      const { formula } = engineApi.anatomy({ problem, row, column: 0, pattern: 0 });
      return formula?.form === 'hidden-output' ? formula.delta : undefined;
    };
    expect(three.view.entry).toEqual([6, 0]);
    expect(deltaOf(6)).not.toBeNull();
    expect(deltaOf(7)).toBeNull();
  });

  test('goes on with another layer, where the closed form does not', () => {
    const { values, off } = factsOf(addLayer(three));
    expect(() => values('closed-form')).toThrow('no matrix');
    expect(off('exact-r-columns')).toBeLessThan(1e-14);
  });
});

describe('fast multiplication', () => {
  const stepped = experimentOf(fastMultiplication, 0);

  test('takes 20 steps, a little over twice the operations, and gives the matrix times v', () => {
    const { problem } = factsOf(stepped);
    const { trace, matrixProduct } = engineApi.trace({ problem, pattern: 0, direction: stepped.direction });
    expect(trace.steps).toHaveLength(20);
    const { rOperations = NaN, gradientOperations: own = NaN } = trace.steps.at(-1) ?? {};
    expect(rOperations / own).toBeGreaterThan(2);
    expect(rOperations / own).toBeLessThan(2.5);
    expectClose('Hv', trace.Hv, matrixProduct ?? [], 1e-13);
  });

  test('keeps nearly all digits, a difference about half of them; columns cost several times the matrix', () => {
    const { problem, operations } = factsOf(stepped);
    const { direction } = stepped;
    const sweep = engineApi.sweep({
      problem,
      of: { kind: 'product', direction },
      steps: sweepSteps,
      check: true,
    });
    expect(sweep.ownError).toBeLessThan(1e-14);
    const best = Math.min(...sweep.errors.oneSided);
    expect(Math.log10(best)).toBeLessThan(-7);
    expect(Math.log10(best)).toBeGreaterThan(-9.5);
    expect(operations('exact-r-columns') / operations('exact')).toBeGreaterThan(3);
  });
});

describe('choosing', () => {
  const costs = experimentOf(choosing, 0);

  test('counts what the page says', () => {
    const { problem, operations, W } = factsOf(costs);
    const workspace = createWorkspace(problem);
    const gradients = (id: MatrixId): number => operations(id) / gradientOperations(workspace);
    expect(W).toBe(59);
    expect(gradients('exact')).toBeCloseTo(8.6, 1);
    expect(operations('outer-product')).toBe(operations('exact'));
    expect(gradients('gradient-differences')).toBe(118);
    expect(gradients('exact-r-columns')).toBe(118);
    expect(gradients('four-point')).toBeCloseTo(2360, -1);
    expect(rProductOperations(workspace)).toBe(2 * gradientOperations(workspace));
  });

  test('doubling hidden1 about doubles a gradient; matrices cost over three times as much, four points six times', () => {
    const wider = factsOf(setNumber('hidden1', 'units', 12)(costs));
    const before = factsOf(costs);
    const grows = (id: MatrixId): number => wider.operations(id) / before.operations(id);
    expect(grows('diagonal')).toBeCloseTo(1.8, 1);
    expect(grows('exact')).toBeCloseTo(3.2, 1);
    expect(grows('exact-r-columns')).toBeCloseTo(3.3, 1);
    expect(grows('four-point')).toBeCloseTo(5.9, 1);
  });
});
