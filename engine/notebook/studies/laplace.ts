import * as v from 'valibot';
import { oneOf } from '../../experiment/shapeParts.ts';
import { study } from './study.ts';

/** Laplace's approximation: error bars, moderated outputs and the evidence. */
export const laplace = study(
  v.strictObject({
    matrix: oneOf('matrix', ['exact', 'gauss-newton', 'kfac', 'diagonal']),
    figure: oneOf('figure', ['prediction', 'evidence']),
  }),
  { matrix: 'gauss-newton', figure: 'prediction' },
);
