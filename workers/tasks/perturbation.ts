import { convergence } from '../../engine/beyond/weightPerturbation/convergence.ts';
import { gradientEstimate } from '../../engine/beyond/weightPerturbation/gradient.ts';
import { perturb } from '../../engine/beyond/weightPerturbation/perturbations.ts';
import {
  productEstimate,
  withoutMean,
  withoutRankTwo,
} from '../../engine/beyond/weightPerturbation/product.ts';
import { createWorkspace } from '../../engine/curvature/createWorkspace.ts';
import { directionVector } from '../../engine/experiment/direction.ts';
import { errorOf, gradientOf } from '../../engine/products/gradient.ts';
import { rProduct } from '../../engine/products/hessianVector.ts';
import type { PerturbationReply, PerturbationRequest } from '../protocol/perturbation.ts';

/**
 * ∇E and Hv from so many perturbations of the weights, the error alone being asked for, beside those of backprop. The
 * first samples are the same however many there are.
 */
export function perturbation(request: PerturbationRequest): PerturbationReply {
  const { problem, direction, sigma, samples, seed } = request;
  const workspace = createWorkspace(problem);
  const error = errorOf(workspace);
  const v = directionVector(workspace, direction);
  const truth = { gradient: gradientOf(workspace), product: rProduct(workspace, v) };
  const errorChange = (dw: Float64Array): number => {
    const parameters = problem.parameters.map((weight, q) => weight + (dw[q] ?? NaN));
    return errorOf(createWorkspace({ ...problem, parameters })) - error;
  };
  const drawn = perturb(errorChange, v.length, { sigma, samples, seed });
  const broken = drawn.dE.filter((change) => !Number.isFinite(change)).length;
  if (broken > 0) throw new Error(`perturbed errors are not finite, of ${samples}: ${broken}`);
  const { product } = productEstimate(drawn, v);
  const [distances] = convergence(drawn, v, truth, [samples]);
  if (distances === undefined) throw new Error('internal: no distances');
  return {
    samples,
    sigma,
    truth,
    error,
    distances,
    centred: gradientEstimate(withoutMean(drawn)),
    regressed: gradientEstimate(withoutRankTwo(drawn, v, product.mean)),
    product,
  };
}
