import { expect, test } from 'vitest';
import { createWorkspace } from '../../../engine/curvature/createWorkspace.ts';
import { rProduct } from '../../../engine/products/hessianVector.ts';
import { estimatedDensity, spectralQuadratures } from '../../../engine/spectrum/density.ts';
import { hutchinsonTrace } from '../../../engine/spectrum/hutchinsonTrace.ts';
import { expectClose } from '../../../engine/testing/close.ts';
import { engineApi } from '../../../workers/engineApi.ts';
import { signedLogAxis } from '../../lenses/differences/signedLogAxis.ts';
import { experimentOf, problemOf } from '../../notebook/pages/testing/facts.ts';
import { inverseHessian } from '../../notebook/pages/inverse.ts';
import { merged } from './merged.ts';

const problem = problemOf(experimentOf(inverseHessian, 0));
const W = problem.parameters.length;
const settings = { problem, matrix: 'exact', damping: 20, steps: 5, width: 0.03 } as const;

test('several calls are merged to the engine’s own means, densities and standard errors', () => {
  const { grid } = engineApi.density({ ...settings, axis: 'linear' });
  const points = grid.places.length;
  const call = (from: number, to: number) =>
    engineApi.densityProbes({ ...settings, seed: 4, from, to, grid });
  const found = merged([call(0, 3), call(3, 4), call(4, 8)], points);
  const workspace = createWorkspace(problem);
  const apply = (v: Float64Array): Float64Array => rProduct(workspace, v);
  const trace = hutchinsonTrace(apply, W, { probes: 8, seed: 4 });
  expect(found.probes).toBe(8);
  expectClose(
    'trace',
    [found.trace.mean, found.trace.standardError],
    [trace.mean, trace.standardError],
    1e-12,
  );
  const quadratures = spectralQuadratures(apply, W, { probes: 8, seed: 4, steps: 5 });
  const { density, standardError } = estimatedDensity(quadratures, grid.places, grid.width);
  expectClose('density', found.density, density, 1e-12);
  expectClose('error', found.densityError, standardError, 1e-12);
  expect(found.smallestNode).toBe(Math.min(...quadratures.map(({ nodes }) => nodes[0] ?? NaN)));
  const one = merged([call(0, 1)], points);
  expect(one.trace.standardError).toBeNaN();
});

test('the places of the grid are those of the axis that labels them', () => {
  const { grid } = engineApi.density({ ...settings, axis: 'log' });
  const { place } = signedLogAxis(1, grid.knee ?? NaN);
  expectClose('places', Array.from(grid.eigenvalues, place), grid.places, 1e-12);
});
