import type { Topology } from '../network/topology.ts';

/** The layers that have parameters, and which of them each entry of the parameter vector belongs to. */
export interface LayerOfParameter {
  readonly names: readonly string[];
  /** Index into `names`, [W]. */
  readonly layer: Uint8Array;
}

/** Which layer each parameter belongs to. O(W). */
export function layersOfParameters({ layers, W }: Topology): LayerOfParameter {
  const trained = layers.filter(({ rows }) => rows > 0);
  const layer = new Uint8Array(W);
  trained.forEach(({ weights, biases, rows }, l) => layer.fill(l, weights, biases + rows));
  return { names: trained.map(({ spec }) => spec.name), layer };
}

/** One pair of layers l ≥ m. */
export interface LayerPair {
  readonly l: number;
  readonly m: number;
  /** `‖A_lm − H_lm‖ / ‖H_lm‖`: 0 where both vanish, Infinity where H_lm alone does. */
  readonly relativeError: number;
  /** The block's share of ‖A − H‖², with its mirror image; NaN where A = H. */
  readonly share: number;
}

/** The parameters' layers, and every pair of them. */
export interface LayerPairs {
  readonly names: readonly string[];
  readonly pairs: readonly LayerPair[];
}

const ratio = (x: number, y: number): number => (x === 0 ? 0 : Math.sqrt(x / y));

/**
 * Errors of A against H by pairs of layers, from `D = A − H` and H, both [W × W]: `‖D_lm‖ / ‖H_lm‖` in the Frobenius
 * norm and `‖D_lm‖² / ‖D‖²`, a pair l ≠ m counted with its mirror image, so that the shares sum to 1. O(W²).
 */
export function layerPairs(topology: Topology, D: Float64Array, H: Float64Array): LayerPairs {
  const { W } = topology;
  const { names, layer } = layersOfParameters(topology);
  const L = names.length;
  const wrong = new Float64Array(L * L);
  const whole = new Float64Array(L * L);
  for (let row = 0; row < W; row++) {
    for (let column = 0; column < W; column++) {
      const block = layer[row] * L + layer[column];
      const q = row * W + column;
      wrong[block] += D[q] * D[q];
      whole[block] += H[q] * H[q];
    }
  }
  const total = wrong.reduce((sum, part) => sum + part, 0);
  const pairs = names.flatMap((_, l) =>
    Array.from({ length: l + 1 }, (__, m) => ({
      l,
      m,
      relativeError: ratio(wrong[l * L + m], whole[l * L + m]),
      share: ((l === m ? 1 : 2) * wrong[l * L + m]) / total,
    })),
  );
  return { names, pairs };
}
