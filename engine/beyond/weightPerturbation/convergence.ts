import { gradientEstimate } from './gradient.ts';
import { type Estimate, part, type Perturbations } from './perturbations.ts';
import { productEstimate, withoutMean, withoutRankTwo } from './product.ts';

/** How far an estimate is from the truth after S samples, and how far it says it may be: root mean squares. */
export interface Distance {
  /** `‖estimate − truth‖/√W`. */
  readonly error: number;
  /** `‖standard errors‖/√W`. */
  readonly expected: number;
}

/** After the first S samples, against the gradient and product of backprop. */
export interface ConvergencePoint {
  readonly S: number;
  /** `⟨Δw ΔE⟩/⟨Δw²⟩`. */
  readonly plain: Distance;
  /** The same with the mean of ΔE removed. */
  readonly centred: Distance;
  /** The same without `½ Δwᵀ Ĥ Δw`, Ĥ from the true z. */
  readonly rankTwo: Distance;
  /** The same with z regressed from the samples themselves. */
  readonly regressed: Distance;
  /** z regressed, as each weight finds it, and with the one number for all. */
  readonly local: Distance;
  readonly product: Distance;
}

/** Root mean squares of error and standard error. */
export function distanceOf({ mean, standardError }: Estimate, truth: Float64Array): Distance {
  const size = (x: Float64Array): number => Math.sqrt(x.reduce((sum, a) => sum + a * a, 0) / x.length);
  return { error: size(mean.map((value, i) => value - truth[i])), expected: size(standardError) };
}

/**
 * All estimates after the first S samples, for each S of `counts`. O(W Σ S).
 * @throws what `productEstimate` throws, `samples are not as many as there are, 100: 200`
 */
export function convergence(
  perturbations: Perturbations,
  v: Float64Array,
  truth: { readonly gradient: Float64Array; readonly product: Float64Array },
  counts: readonly number[],
): ConvergencePoint[] {
  return counts.map((S) => {
    if (S > perturbations.S)
      throw new Error(`samples are not as many as there are, ${perturbations.S}: ${S}`);
    const some = part(perturbations, 0, S);
    const { local, product } = productEstimate(some, v);
    const ofGradient = (lessened: Perturbations): Distance =>
      distanceOf(gradientEstimate(lessened), truth.gradient);
    return {
      S,
      plain: ofGradient(some),
      centred: ofGradient(withoutMean(some)),
      rankTwo: ofGradient(withoutRankTwo(some, v, truth.product)),
      regressed: ofGradient(withoutRankTwo(some, v, product.mean)),
      local: distanceOf(local, truth.product),
      product: distanceOf(product, truth.product),
    };
  });
}
