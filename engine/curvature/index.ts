/** The list of curvature matrices. A new one is a file of its own and a line here. */
import { diagonal } from './diagonal.ts';
import { empiricalFisher } from './empiricalFisher.ts';
import { exact } from './exact.ts';
import { fisher } from './fisher.ts';
import { fisherMonteCarlo } from './fisherMonteCarlo.ts';
import { gaussNewton } from './gaussNewton.ts';
import { kfac } from './kfac.ts';
import { kfacMonteCarlo } from './kfacMonteCarlo.ts';
import type { CurvatureMatrix } from './matrix.ts';
import { outerProduct } from './outerProduct.ts';
import { residual } from './residual.ts';

/** Every curvature matrix by its id, in the order of menus. */
export const matrices = {
  exact,
  diagonal,
  'outer-product': outerProduct,
  'gauss-newton': gaussNewton,
  residual,
  'empirical-fisher': empiricalFisher,
  fisher,
  'fisher-monte-carlo': fisherMonteCarlo,
  kfac,
  'kfac-monte-carlo': kfacMonteCarlo,
} satisfies Record<string, CurvatureMatrix>;

export type MatrixId = keyof typeof matrices;

/** The matrix of an id, typed as what all have in common. */
export const matrixOf = (id: MatrixId): CurvatureMatrix => matrices[id];

/** All ids, in the order of menus. */
export const matrixIds = Object.keys(matrices) as readonly MatrixId[];
