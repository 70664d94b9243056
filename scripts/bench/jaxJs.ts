import { defaultDevice, grad, hessian, init, numpy as np } from '@jax-js/jax';
import type { Problem } from '../../engine/experiment/problem.ts';
import type { Rival } from './rivals.ts';

const array = (values: Float64Array, shape: number[]): np.Array =>
  np.array(values, { dtype: np.float64 }).reshape(shape);

/** jax-js in float64 on WebAssembly, one thread: `hessian` of E(w) as its README has it. */
export async function jaxJs(
  { network, parameters, batch }: Problem,
  sizes: readonly number[],
): Promise<Rival> {
  const devices = await init('wasm');
  if (!devices.includes('wasm')) throw new Error('jax-js has no wasm backend here');
  defaultDevice('wasm');
  const { N } = batch;
  const X = array(batch.inputs, [N, sizes[0]]);
  const T = array(batch.targets, [N, sizes[sizes.length - 1]]);

  // every use of an array but the last takes a reference (README, Reference counting)
  function error(w: np.Array): np.Array {
    let at = 0;
    let z = X.ref;
    network.layers.forEach(({ activation }, index) => {
      const inputs = sizes[index];
      const units = sizes[index + 1];
      const weights = w.ref.slice([at, at + units * inputs]).reshape([units, inputs]);
      const biases = w.ref.slice([at + units * inputs, at + units * (inputs + 1)]);
      at += units * (inputs + 1);
      const a = np.matmul(z, weights.transpose()).add(biases);
      z = activation === 'tanh' ? np.tanh(a) : a;
    });
    w.dispose();
    return np.square(z.sub(T.ref)).sum().mul(0.5);
  }

  const w = array(parameters, [parameters.length]);
  const numbers = async (result: np.Array): Promise<Float64Array> => (await result.data()) as Float64Array;
  return {
    gradient: () => numbers(grad(error)(w.ref)),
    hessian: () => numbers(hessian(error)(w.ref)),
  };
}
