import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import type { Problem } from '../../engine/experiment/problem.ts';
import type { Rival } from './rivals.ts';

/** tfjs in plain JavaScript, float32: row i of the Hessian is the gradient of entry i of the gradient. */
export async function tfjs(
  { network, parameters, batch }: Problem,
  sizes: readonly number[],
): Promise<Rival> {
  await tf.setBackend('cpu');
  const { N } = batch;
  const X = tf.tensor2d(Float32Array.from(batch.inputs), [N, sizes[0]]);
  const T = tf.tensor2d(Float32Array.from(batch.targets), [N, sizes[sizes.length - 1]]);

  function error(w: tf.Tensor): tf.Scalar {
    let at = 0;
    let z = X;
    network.layers.forEach(({ activation }, index) => {
      const inputs = sizes[index];
      const units = sizes[index + 1];
      const weights = tf.reshape<tf.Rank.R2>(tf.slice(w, at, units * inputs), [units, inputs]);
      const biases = tf.slice(w, at + units * inputs, units);
      at += units * (inputs + 1);
      const a = tf.add<tf.Tensor2D>(tf.matMul(z, weights, false, true), biases);
      z = activation === 'tanh' ? tf.tanh(a) : a;
    });
    return tf.mul(tf.sum(tf.square(tf.sub(z, T))), 0.5);
  }

  const W = parameters.length;
  const w = tf.tensor1d(Float32Array.from(parameters));
  const gradient = tf.grad(error);
  function numbers(of: (w: tf.Tensor) => tf.Tensor): Float64Array {
    const result = tf.tidy(() => of(w));
    const values = Float64Array.from(result.dataSync());
    result.dispose();
    return values;
  }

  function hessian(): Float64Array {
    const H = new Float64Array(W * W);
    for (let i = 0; i < W; i++) {
      const entry = (at: tf.Tensor): tf.Tensor => tf.sum(tf.slice(gradient(at), i, 1));
      H.set(numbers(tf.grad(entry)), i * W);
    }
    return H;
  }

  return { gradient: () => numbers(gradient), hessian };
}
