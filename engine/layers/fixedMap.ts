import type { LayerSpec } from '../experiment/problem.ts';
import type { Layer, LayerKind } from './layer.ts';

/** Calls `link(o, i, coefficient)` for every entry of A that is not 0, over the whole batch; may depend on z. */
export type Links<S extends LayerSpec> = (
  layer: Layer<S>,
  z: Float64Array,
  N: number,
  link: (output: number, input: number, coefficient: number) => void,
) => void;

type Passes<S extends LayerSpec> = Omit<LayerKind<S>, 'label' | 'formula' | 'section' | 'about' | 'plan'>;

const withoutWeights = (): void => undefined;

/**
 * All passes of a layer without parameters, `a_o = Σ_i A_oi z_i`, from the entries of A. Each pass visits
 * every link once.
 */
export function fixedMap<S extends LayerSpec>(links: Links<S>): Passes<S> {
  return {
    columnName(_layer, column) {
      throw new Error(`internal: column out of range: ${column}`);
    },
    forward(layer, _w, z, N, a) {
      links(layer, z, N, (o, i, A) => (a[o] += A * z[i]));
    },
    backward(layer, _w, z, delta, N, e) {
      links(layer, z, N, (o, i, A) => (e[i] += A * delta[o]));
    },
    gradient: withoutWeights,
    rForward(layer, _w, _v, z, Rz, N, Ra) {
      if (Rz !== null) links(layer, z, N, (o, i, A) => (Ra[o] += A * Rz[i]));
    },
    rBackward(layer, _w, _v, z, _delta, Rdelta, N, Re) {
      links(layer, z, N, (o, i, A) => (Re[i] += A * Rdelta[o]));
    },
    rGradient: withoutWeights,
    diagonalBackward(layer, _w, z, D, N, d) {
      links(layer, z, N, (o, i, A) => (d[i] += A * A * D[o]));
    },
    diagonalGradient: withoutWeights,
    unfold: () => new Float64Array(0),
  };
}
