import type { MatrixValues } from '../curvature/matrix.ts';
import { cholesky, choleskySolve } from '../solve/cholesky.ts';
import { type Inertia, inertia, inertiaOf } from '../solve/inertia.ts';

/** A positive definite matrix `A = L Lᵀ` by its factor: L [W × W], or the W roots of a diagonal. */
export interface Factored {
  readonly W: number;
  readonly form: MatrixValues['form'];
  readonly L: Float64Array;
}

/** That a matrix has no factor, in a sentence. */
export class NotPositiveDefinite extends Error {
  override readonly name = 'NotPositiveDefinite';

  constructor(
    matrix: string,
    readonly inertia: Inertia,
  ) {
    const { positive, zero, negative } = inertia;
    const counts = `${positive}, ${zero}, ${negative}`;
    super(`${matrix} is not positive definite, eigenvalues above, at and below zero: ${counts}`);
  }
}

/**
 * The factor of a symmetric matrix that has to be positive definite. O(W³), of a diagonal O(W).
 * @param name what the sentence calls it
 * @throws `exact Hessian is not positive definite, eigenvalues above, at and below zero: 17, 0, 4`,
 *   `matrix has entries that are not finite: 3`
 */
export function factored({ form, values }: MatrixValues, W: number, name: string): Factored {
  if (form === 'dense') {
    const L = cholesky(values, W);
    if (L === null) throw new NotPositiveDefinite(name, inertia(values, W));
    return { W, form, L };
  }
  const broken = values.filter((entry) => !Number.isFinite(entry)).length;
  if (broken > 0) throw new Error(`matrix has entries that are not finite: ${broken}`);
  if (!values.every((entry) => entry > 0)) throw new NotPositiveDefinite(name, inertiaOf(values));
  return { W, form, L: values.map(Math.sqrt) };
}

/** `A⁻¹ b`, [W]. O(W²), of a diagonal O(W). */
export function solveFactored({ form, L, W }: Factored, b: Float64Array): Float64Array {
  return form === 'dense' ? choleskySolve(L, W, b) : b.map((entry, q) => entry / (L[q] * L[q]));
}

/** `bᵀ A⁻¹ b = ‖L⁻¹b‖²`: never below zero. O(W²/2), of a diagonal O(W). */
export function inverseForm({ form, L, W }: Factored, b: Float64Array): number {
  const x = new Float64Array(W);
  let sum = 0;
  for (let row = 0; row < W; row++) {
    let left = b[row];
    if (form === 'dense') for (let q = 0; q < row; q++) left -= L[row * W + q] * x[q];
    x[row] = left / L[form === 'dense' ? row * (W + 1) : row];
    sum += x[row] * x[row];
  }
  return sum;
}

/** `ln |A| = 2 Σ ln L_qq`. O(W). */
export function logDeterminant({ form, L, W }: Factored): number {
  let sum = 0;
  for (let q = 0; q < W; q++) sum += Math.log(L[form === 'dense' ? q * (W + 1) : q]);
  return 2 * sum;
}
