import {
  curvatureDifference,
  errorDifferences,
  gradientDifferences,
} from '../../engine/beyond/recurrent/differences.ts';
import { eigenvaluesAt } from '../../engine/beyond/recurrent/jacobian.ts';
import { type RecurrentProduct, recurrentProduct } from '../../engine/beyond/recurrent/products.ts';
import { settle } from '../../engine/beyond/recurrent/settle.ts';
import { gaussians } from '../../engine/data/random.ts';
import { dot } from '../../engine/kernels/multiply.ts';
import { reasonOf } from '../asError.ts';
import type {
  RecurrentDerivatives,
  RecurrentReply,
  RecurrentRequest,
  SettledPattern,
} from '../protocol/recurrent.ts';
import { courseOf } from './recurrentCourse.ts';
import { type BuiltModel, builtModel } from './recurrentModel.ts';

/** The direction v, [n × n]. */
function directionOf({ direction, units }: RecurrentRequest): Float64Array {
  if ('seed' in direction) return gaussians(direction.seed, units * units);
  const v = new Float64Array(units * units);
  v[Math.min(units - 1, direction.from) * units + Math.min(units - 1, direction.to)] = 1;
  return v;
}

function settled({ network, patterns, relaxation }: BuiltModel, p: number): SettledPattern {
  const n = network.units;
  const inputs = patterns.inputs.slice(p * n, (p + 1) * n);
  const { y, equilibrium, changes, states, status, reason, radius, abscissa, factor } = settle(
    network,
    inputs,
    relaxation,
    { keepStates: true },
  );
  return {
    ...{ y, status, reason, radius, abscissa, factor },
    steps: changes.length - 1,
    eigenvalues: eigenvaluesAt(network, equilibrium ?? y),
    atEquilibrium: equilibrium !== null,
    movement: changes[changes.length - 1] ?? NaN,
    course: courseOf({ changes, states }, status === 'settled'),
  };
}

/** The same by differences of networks that are settled anew. */
function checks(
  { network, patterns, relaxation }: BuiltModel,
  v: Float64Array,
): Pick<RecurrentDerivatives, 'checked' | 'noCheck'> {
  try {
    const checked = {
      gradient: errorDifferences(network, patterns, relaxation),
      Hv: gradientDifferences(network, patterns, v, relaxation),
      curvature: curvatureDifference(network, patterns, v, relaxation),
    };
    return { checked, noCheck: null };
  } catch (thrown) {
    return { checked: null, noCheck: reasonOf(thrown) };
  }
}

function derivativesOf(model: BuiltModel, v: Float64Array): RecurrentDerivatives {
  const { network, patterns, relaxation } = model;
  const product: RecurrentProduct = recurrentProduct(network, patterns, v, relaxation, { keepStates: true });
  const { error, gradient, Hv, equilibria, courses } = product;
  return {
    ...{ error, gradient, v, Hv },
    curvature: dot(v, 0, Hv, 0, v.length),
    ends: equilibria.map(({ z }, p) => ({
      z,
      Ry: product.Ry[p] ?? new Float64Array(0),
      Rz: product.Rz[p] ?? new Float64Array(0),
    })),
    courses: equilibria.map(({ backwardChanges, backwardStates }, p) => {
      const none = { changes: [], states: [] };
      const { Ry, Rz } = courses[p] ?? { Ry: none, Rz: none };
      return {
        z: courseOf({ changes: backwardChanges, states: backwardStates }, true),
        Ry: courseOf(Ry, true),
        Rz: courseOf(Rz, true),
      };
    }),
    ...checks(model, v),
  };
}

/** The network settled on every pattern, and gradient and Hv by relaxation where all of them settle. */
export function recurrent(request: RecurrentRequest): RecurrentReply {
  const model = builtModel(request);
  const { network, patterns } = model;
  const reply = {
    weights: network.weights,
    inputs: patterns.inputs,
    outputs: patterns.outputs,
    targets: patterns.targets,
    patterns: Array.from({ length: patterns.N }, (_, p) => settled(model, p)),
  };
  try {
    return { ...reply, derivatives: derivativesOf(model, directionOf(request)), refused: null };
  } catch (thrown) {
    return { ...reply, derivatives: null, refused: reasonOf(thrown) };
  }
}
