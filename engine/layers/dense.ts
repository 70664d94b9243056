import type { DenseSpec } from '../experiment/problem.ts';
import type { LayerKind } from './layer.ts';
import { addBiases, addRows, addWeights, sendBack, sendBackSquared, squares } from './weightMatrix.ts';

/** A fully connected layer. Each pass costs about 2·N·units·inputs operations for every product it holds. */
export const dense: LayerKind<DenseSpec> = {
  label: 'Dense',
  formula: String.raw`\sum_i w_{ji}z_i+w_{j0}`,
  section: 'PRML 5.1',
  about: 'Every unit reads everything before it.',
  plan: ({ units }, sources) => ({
    shape: [units],
    rows: units,
    fanIn: sources.reduce((sum, source) => sum + source.units, 0),
    positions: 1,
  }),
  columnName({ sources }, column) {
    const source = sources.find(({ column: first, units }) => column >= first && column < first + units);
    if (source === undefined) throw new Error(`internal: column out of range: ${column}`);
    return { source, i: column - source.column };
  },
  forward(layer, w, z, N, a) {
    addBiases(layer, w, N, a);
    addRows(layer, w, z, N, a);
  },
  backward(layer, w, _z, delta, N, e) {
    sendBack(layer, w, delta, N, e);
  },
  gradient(layer, delta, z, N, g) {
    addWeights(layer, delta, z, N, g, true);
  },
  rForward(layer, w, v, z, Rz, N, Ra) {
    addBiases(layer, v, N, Ra);
    addRows(layer, v, z, N, Ra);
    if (Rz !== null) addRows(layer, w, Rz, N, Ra);
  },
  rBackward(layer, w, v, _z, delta, Rdelta, N, Re) {
    sendBack(layer, v, delta, N, Re);
    sendBack(layer, w, Rdelta, N, Re);
  },
  rGradient(layer, delta, Rdelta, z, Rz, N, Hv) {
    addWeights(layer, Rdelta, z, N, Hv, true);
    if (Rz !== null) addWeights(layer, delta, Rz, N, Hv, false);
  },
  diagonalBackward(layer, w, _z, D, N, d) {
    sendBackSquared(layer, w, D, N, d);
  },
  diagonalGradient(layer, D, z, N, diagonal) {
    addWeights(layer, D, squares(z), N, diagonal, true);
  },
  unfold: (_layer, z) => z,
};
