import { recurrentHessian as hessianOf } from '../../engine/beyond/recurrent/hessian.ts';
import { recurrentGradient } from '../../engine/beyond/recurrent/products.ts';
import { largestEntry } from '../../engine/curvature/compare.ts';
import { fullDecomposition } from '../../engine/spectrum/fullDecomposition.ts';
import { reasonOf } from '../asError.ts';
import type { RecurrentHessianReply, RecurrentModel } from '../protocol/recurrent.ts';
import { builtModel } from './recurrentModel.ts';

/** Multiplications of all relaxations together: about half a second. */
const MOST = 1.5e8;
/** Each of so many products relaxes twice. */
const TWICE = 2;

const refusal = (refused: string): RecurrentHessianReply => ({
  values: null,
  largest: NaN,
  eigenvalues: new Float64Array(0),
  asymmetry: NaN,
  refused,
});

/** The Hessian over all n² weights, symmetrised for its eigenvalues. */
export function recurrentHessian(model: RecurrentModel): RecurrentHessianReply {
  const { network, patterns, relaxation } = builtModel(model);
  const W = network.units ** 2;
  try {
    const { equilibria } = recurrentGradient(network, patterns, relaxation);
    const steps = equilibria.reduce((sum, { changes }) => sum + changes.length, 0);
    const work = TWICE * W * steps * (W + 8 * network.units);
    if (work > MOST) {
      return refusal(`so close to the threshold each of ${W} products takes too many steps: ${steps}`);
    }
    const values = hessianOf(network, patterns, relaxation);
    const symmetric = values.map(
      (entry, at) => (entry + (values[(at % W) * W + Math.floor(at / W)] ?? NaN)) / 2,
    );
    const size = Math.hypot(...values);
    const apart = Math.hypot(...values.map((entry, at) => 2 * (entry - (symmetric[at] ?? NaN))));
    return {
      values,
      largest: largestEntry({ form: 'dense', values }),
      eigenvalues: fullDecomposition(symmetric, W).values,
      asymmetry: size === 0 ? 0 : apart / size,
      refused: null,
    };
  } catch (thrown) {
    return refusal(reasonOf(thrown));
  }
}
