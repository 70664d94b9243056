/** KaTeX of what stands in the terms, units and layers counted from 1. */
import type { Weight } from './weight.ts';

/** Names of the quantities of a network; of a two-layer network, PRML's, in which no layer needs a number. */
export interface Symbols {
  /** a_j */
  a(layer: number, j: number): string;
  /** z_i that a weight meets; x_i where it is an input, x_0 or z_0 for the 1 of a bias. */
  z(weight: Weight): string;
  delta(layer: number, j: number): string;
  /** w_kj from the hidden layer of a two-layer network. */
  w(k: number, j: number): string;
  M(k: number, l: number): string;
}

export function symbolsOf(twoLayer: boolean): Symbols {
  const mark = (layer: number): string => (twoLayer ? '' : `^{(${layer + 1})}`);
  return {
    a: (layer, j) => `a_{${j + 1}}${mark(layer)}`,
    z({ layer, source }) {
      if (source === null) return layer === 0 ? 'x_0' : 'z_0';
      return source.layer < 0 ? `x_{${source.i + 1}}` : `z_{${source.i + 1}}${mark(source.layer)}`;
    },
    delta: (layer, j) => String.raw`\delta_{${j + 1}}${mark(layer)}`,
    w: (k, j) => `w_{${k + 1},${j + 1}}^{(2)}`,
    M: (k, l) => `M_{${k + 1},${l + 1}}`,
  };
}
