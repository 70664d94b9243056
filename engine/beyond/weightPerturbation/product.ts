import { Matrix, solve } from 'ml-matrix';
import { dot } from '../../kernels/multiply.ts';
import { timesVector } from '../../kernels/timesVector.ts';
import { type Estimate, lessened, type Perturbations } from './perturbations.ts';

/** Samples below which three numbers a weight are no estimate. */
const FEWEST = 8;

/** Gradient and `z = Hv`, regressed for each weight. */
export interface ProductEstimate {
  readonly gradient: Estimate;
  /**
   * `z_i` as each weight finds it alone. On a quadratic error it tends to `(z_i − n_i (n·z)/2)/(1 − n_i²/2)`,
   * n = v/‖v‖: the others' terms are not independent of its own along v.
   */
  readonly local: Estimate;
  /** `local` freed from that by one further number for all, `q + n (n·q)`, q_i = (1 − n_i²/2) z_i: it tends to `Hv`. */
  readonly product: Estimate;
}

/**
 * Regresses g_i and z_i for each weight from what is told to all, ΔE and Δw·v (Pearlmutter 1994, section 4.4):
 * `ΔE ≈ m + Δw_i g_i + (Δw·v/‖v‖²) (Δw_i − (Δw·v/(2‖v‖²)) v_i) z_i`. The constant m is needed: ΔE has the mean
 * `½σ² tr H`, which would be taken for curvature along v. Standard errors of least squares with errors of any size
 * (White 1980). O(S W).
 * @throws `direction is 0: no product to estimate`, `entries of the direction are not 9: 8`,
 * `samples are not enough for three numbers a weight, 8: 5`
 */
export function productEstimate(perturbations: Perturbations, v: Float64Array): ProductEstimate {
  const { W, S, dW, dE } = perturbations;
  if (v.length !== W) throw new Error(`entries of the direction are not ${W}: ${v.length}`);
  const vv = dot(v, 0, v, 0, W);
  if (!(vv > 0)) throw new Error('direction is 0: no product to estimate');
  if (S < FEWEST) throw new Error(`samples are not enough for three numbers a weight, ${FEWEST}: ${S}`);
  const along = timesVector(dW, v, new Float64Array(S));
  const n = v.map((entry) => entry / Math.sqrt(vv));
  const zeros = (): Estimate => ({ mean: new Float64Array(W), standardError: new Float64Array(W) });
  const [gradient, local, product] = [zeros(), zeros(), zeros()];
  // ψ: what each sample moves z_i by, [S × W].
  const influence = new Float64Array(S * W);
  const regressor = new Float64Array(S);
  for (let i = 0; i < W; i++) {
    const [sums, right] = [new Float64Array(6), new Float64Array(3)];
    for (let s = 0; s < S; s++) {
      const dw = dW[s * W + i];
      const x = (along[s] / vv) * (dw - (along[s] / (2 * vv)) * v[i]);
      regressor[s] = x;
      sums[1] += dw;
      sums[2] += x;
      sums[3] += dw * dw;
      sums[4] += dw * x;
      sums[5] += x * x;
      right[0] += dE[s];
      right[1] += dw * dE[s];
      right[2] += x * dE[s];
    }
    sums[0] = S;
    const [aa, ab, ac, bb, bc, cc] = sums;
    // In units of each regressor's size, so that the three are of one order.
    const sizes = [aa, bb, cc].map(Math.sqrt);
    const scale = Matrix.diag(sizes.map((size) => 1 / size));
    const normal = new Matrix([
      [aa, ab, ac],
      [ab, bb, bc],
      [ac, bc, cc],
    ]);
    const inverse = solve(scale.mmul(normal).mmul(scale), Matrix.eye(3));
    const full = scale.mmul(inverse).mmul(scale);
    const [m, g, z] = full.mmul(Matrix.columnVector(right)).to1DArray();
    gradient.mean[i] = g;
    local.mean[i] = z;
    const [[ga, gb, gc], [za, zb, zc]] = [full.getRow(1), full.getRow(2)];
    for (let s = 0; s < S; s++) {
      const dw = dW[s * W + i];
      const x = regressor[s];
      const residual = dE[s] - m - g * dw - z * x;
      gradient.standardError[i] += (residual * (ga + gb * dw + gc * x)) ** 2;
      influence[s * W + i] = residual * (za + zb * dw + zc * x);
      local.standardError[i] += influence[s * W + i] ** 2;
    }
  }
  const own = n.map((entry) => 1 - (entry * entry) / 2);
  const shared = local.mean.reduce((sum, z, i) => sum + n[i] * own[i] * z, 0);
  for (let i = 0; i < W; i++) product.mean[i] = own[i] * local.mean[i] + n[i] * shared;
  for (let s = 0; s < S; s++) {
    let all = 0;
    for (let i = 0; i < W; i++) all += n[i] * own[i] * influence[s * W + i];
    for (let i = 0; i < W; i++) {
      product.standardError[i] += (own[i] * influence[s * W + i] + n[i] * all) ** 2;
    }
  }
  // Three numbers were fitted.
  for (const { standardError } of [gradient, local, product]) {
    for (let i = 0; i < W; i++) standardError[i] = Math.sqrt((standardError[i] * S) / (S - 3));
  }
  return { gradient, local, product };
}

/**
 * `½ Δwᵀ Ĥ Δw` of the rank-two estimate from one product, without the matrix:
 * `(Δw·v)(Δw·z)/‖v‖² − (v·z)(Δw·v)²/(2‖v‖⁴)`. O(W).
 */
export function rankTwoChange(v: Float64Array, z: Float64Array): (dw: Float64Array) => number {
  const W = v.length;
  const vv = dot(v, 0, v, 0, W);
  const vz = dot(v, 0, z, 0, W);
  return (dw) => {
    const along = dot(dw, 0, v, 0, W);
    return (along * dot(dw, 0, z, 0, W) - (vz * along * along) / (2 * vv)) / vv;
  };
}

/**
 * The same perturbations with ΔE lessened by what Ĥ explains of it, `½ Δwᵀ Ĥ Δw`, and by its mean: the gradient's noise
 * from curvature falls as `‖H‖² → ‖H − Ĥ‖²`. The mean of the estimate does not move where z is not taken from the same
 * samples. O(S W).
 */
export const withoutRankTwo = (
  perturbations: Perturbations,
  v: Float64Array,
  z: Float64Array,
): Perturbations => lessened(perturbations, rankTwoChange(v, z));

/** The same perturbations without the mean of ΔE, which is noise to the gradient. O(S). */
export const withoutMean = (perturbations: Perturbations): Perturbations => lessened(perturbations, () => 0);
