/** The list of studies. A new one is a folder of its own, an entry here and its settings in engine/notebook/studies. */
import { lazy } from 'react';
import type { StudyId } from '../../engine/notebook/studies/index.ts';
import type { Study } from './study.ts';

/** Every study by its id. */
export const studies: { readonly [K in StudyId]: Study<K> } = {
  solve: {
    label: 'Systems and steps',
    about:
      'Solving (A + λI)x = b in several ways, and the steps that Gauss–Newton and Levenberg–Marquardt take.',
    follows: true,
    Panel: lazy(() => import('./solve/SolveStudy.tsx')),
  },
  density: {
    label: 'Spectrum from products',
    about: 'Density of eigenvalues, trace and log-determinant from products Hv alone, beside the exact ones.',
    follows: true,
    Panel: lazy(() => import('./density/DensityStudy.tsx')),
  },
  pruning: {
    label: 'Pruning',
    about:
      'Which weight can go? Optimal Brain Damage, Optimal Brain Surgeon and magnitude, raced on this network.',
    follows: true,
    Panel: lazy(() => import('./pruning/PruningStudy.tsx')),
  },
  laplace: {
    label: 'Error bars and evidence',
    about:
      'Laplace’s approximation: error bars of predictions, moderated outputs, and the evidence of a model.',
    follows: true,
    Panel: lazy(() => import('./laplace/LaplaceStudy.tsx')),
  },
  influence: {
    label: 'Influence',
    about: 'What one pattern does to weights, fit and error: predicted by H⁻¹, and really retrained.',
    follows: true,
    Panel: lazy(() => import('./influence/InfluenceStudy.tsx')),
  },
  race: {
    label: 'Optimisers',
    about: 'Optimisers from the same start: error against iterations and time, paths on the surface.',
    follows: true,
    Panel: lazy(() => import('./race/RaceStudy.tsx')),
  },
  recurrent: {
    label: 'Recurrent network',
    about: 'A recurrent network that settles; gradient and Hv by relaxation.',
    follows: false,
    Panel: lazy(() => import('./recurrent/RecurrentStudy.tsx')),
  },
  boltzmann: {
    label: 'Boltzmann machine',
    about: 'Enumerated and sampled: R{p_ij}, gradient and Hv of the divergence.',
    follows: false,
    Panel: lazy(() => import('./boltzmann/BoltzmannStudy.tsx')),
  },
  perturbation: {
    label: 'Weight perturbation',
    about: 'Gradient and Hv from random perturbations of the weights, and what an estimate of H saves.',
    follows: true,
    Panel: lazy(() => import('./perturbation/PerturbationStudy.tsx')),
  },
};
