import * as v from 'valibot';
import { LIMITS } from '../../experiment/limits.ts';
import { oneOf, real, whole } from '../../experiment/shapeParts.ts';
import { study } from './study.ts';

/** Gradient and Hv regressed from random perturbations of the weights. */
export const perturbation = study(
  v.strictObject({
    sigma: real(1e-16, 10),
    samples: whole(2, 20_000),
    direction: oneOf('direction', ['random', 'gradient', 'top-eigenvector']),
    figure: oneOf('figure', ['convergence', 'sigma', 'weights']),
    seed: whole(0, LIMITS.seed),
  }),
  { sigma: 0.01, samples: 4096, direction: 'top-eigenvector', figure: 'convergence', seed: 1 },
);
