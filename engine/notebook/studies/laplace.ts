import * as v from 'valibot';
import { oneOf, real, whole } from '../../experiment/shapeParts.ts';
import { study } from './study.ts';

/** The matrices that A may be made of. */
export const posteriorMatrices = ['exact', 'gauss-newton', 'kfac', 'diagonal'] as const;

/** Laplace's approximation: error bars, moderated outputs and the evidence. */
export const laplace = study(
  v.strictObject({
    figure: oneOf('figure', ['prediction', 'evidence']),
    matrix: oneOf('matrix', posteriorMatrices),
    /** Of the posterior: the minimum that training reaches from the experiment's weights, or these as they are. */
    weights: oneOf('weights', ['minimum', 'present']),
    /** Precision of the noise on targets; cross-entropies have none. */
    beta: real(1e-9, 1e9),
    /** How far the figure goes beyond the data, as a share of their width. */
    reach: real(0, 3),
    /** The output shown on a plane, from 0; beyond the last it is the last. */
    output: whole(0, 15),
    /** Hidden units at most, and starts of each, in the figure of the evidence. */
    units: whole(1, 16),
    seeds: whole(1, 10),
    /** α and β for every network: as they are, or re-estimated. */
    hyperparameters: oneOf('hyperparameters', ['kept', 'estimated']),
  }),
  {
    figure: 'prediction',
    matrix: 'gauss-newton',
    weights: 'minimum',
    beta: 25,
    reach: 0.5,
    output: 0,
    units: 8,
    seeds: 3,
    hyperparameters: 'kept',
  },
);
