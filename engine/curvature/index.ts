/** The list of curvature matrices. A new one is a file of its own and a line here. */
import { blockDiagonal } from './blockDiagonal.ts';
import { closedForm } from './closedForm.ts';
import { diagonal } from './diagonal.ts';
import { empiricalFisher } from './empiricalFisher.ts';
import { exact } from './exact.ts';
import { exactDiagonal } from './exactDiagonal.ts';
import { fisher } from './fisher.ts';
import { fisherMonteCarlo } from './fisherMonteCarlo.ts';
import { fourPoint } from './fourPoint.ts';
import { gaussNewton } from './gaussNewton.ts';
import { gaussNewtonBlocks } from './gaussNewtonBlocks.ts';
import { gradientDifferences } from './gradientDifferences.ts';
import { hutchinsonDiagonal } from './hutchinson.ts';
import { kfac } from './kfac.ts';
import { kfacMonteCarlo } from './kfacMonteCarlo.ts';
import { lowRank } from './lowRank.ts';
import type { CurvatureMatrix } from './matrix.ts';
import { outerProduct } from './outerProduct.ts';
import { rankOne } from './rankOne.ts';
import { rankTwo } from './rankTwo.ts';
import { exactRColumns } from './rColumns.ts';
import { residual } from './residual.ts';
import { unitBlocks } from './unitBlocks.ts';
import { exactUnitSeeded } from './unitSeeded.ts';

/** Every curvature matrix by its id, in the order of menus. */
export const matrices = {
  exact,
  diagonal,
  'outer-product': outerProduct,
  'gauss-newton': gaussNewton,
  residual,
  'empirical-fisher': empiricalFisher,
  fisher,
  kfac,
  'gauss-newton-blocks': gaussNewtonBlocks,
  'block-diagonal': blockDiagonal,
  'block-diagonal-units': unitBlocks,
  'exact-diagonal': exactDiagonal,
  'fisher-monte-carlo': fisherMonteCarlo,
  'kfac-monte-carlo': kfacMonteCarlo,
  'hutchinson-diagonal': hutchinsonDiagonal,
  'low-rank': lowRank,
  'rank-one': rankOne,
  'rank-two': rankTwo,
  'exact-unit-seeded': exactUnitSeeded,
  'exact-r-columns': exactRColumns,
  'closed-form': closedForm,
  'gradient-differences': gradientDifferences,
  'four-point': fourPoint,
} satisfies Record<string, CurvatureMatrix>;

export type MatrixId = keyof typeof matrices;

/** The matrix of an id, typed as what all have in common. */
export const matrixOf = (id: MatrixId): CurvatureMatrix => matrices[id];

/** All ids, in the order of menus. */
export const matrixIds = Object.keys(matrices) as readonly MatrixId[];
