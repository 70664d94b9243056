import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gaussians } from '../data/random.ts';
import { dot } from '../kernels/multiply.ts';
import { expectClose } from '../testing/close.ts';
import { type LayerAtWork, randomLayer } from '../testing/randomLayer.ts';
import { inputJacobian, weightJacobian } from '../testing/slowDiagonal.ts';
import { layerKindNames, layerKindOf, layerKinds } from './index.ts';
import type { Layer } from './layer.ts';

// Two orders of the same sum of at most a few hundred products of order 1.
const REORDERED = 1e-12;

const inner = (x: Float64Array, y: Float64Array): number => dot(x, 0, y, 0, x.length);

const cancels = (terms: readonly number[]): number => 1 + Math.max(...terms.map(Math.abs));

/** What a pass adds to an array that holds 1 everywhere. */
function added(length: number, pass: (out: Float64Array) => void): Float64Array {
  const out = new Float64Array(length).fill(1);
  pass(out);
  return out.map((entry) => entry - 1);
}

const squaredTimes = (columns: readonly Float64Array[], D: Float64Array): Float64Array =>
  Float64Array.from(columns, (column) => inner(squares(column), D));

const squares = (x: Float64Array): Float64Array => x.map((entry) => entry * entry);

describe.each(layerKindNames)('%s', (kind) => {
  const passes = layerKinds[kind] as ReturnType<typeof layerKindOf>;
  const holds = (check: (drawn: LayerAtWork) => void): void =>
    fc.assert(fc.property(randomLayer(kind), check), { numRuns: 150 });

  test('forward and back are adjoint: ⟨δ, R{a}⟩ = ⟨e, R{z}⟩ + ⟨∂E/∂w, v⟩', () => {
    holds(({ layer, w, z, N }) => {
      const [v, Rz, delta] = [gaussians(3, w.length), gaussians(4, z.length), gaussians(5, N * layer.units)];
      const Ra = added(delta.length, (out) => passes.rForward(layer, w, v, z, Rz, N, out));
      const e = added(z.length, (out) => passes.backward(layer, w, z, delta, N, out));
      const g = added(w.length, (out) => passes.gradient(layer, delta, z, N, out));
      const terms = [inner(e, Rz), inner(g, v)];
      expectClose('⟨δ, R{a}⟩', [inner(delta, Ra)], [terms[0] + terms[1]], REORDERED, cancels(terms));
    });
  });

  test('R{forward} gives A(w)z along z, and all of a along w', () => {
    holds(({ layer, w, z, N }) => {
      const nothing = new Float64Array(N * layer.units);
      const forward = (weights: Float64Array) =>
        added(nothing.length, (out) => passes.forward(layer, weights, z, N, out));
      const rForward = (v: Float64Array, Rz: Float64Array | null) =>
        added(nothing.length, (out) => passes.rForward(layer, w, v, z, Rz, N, out));
      const a = forward(w);
      const b = layer.rows === 0 ? nothing : forward(w.map((weight, q) => (q < layer.biases ? 0 : weight)));
      const alongZ = a.map((entry, q) => entry - b[q]);
      expectClose('A(w)z', rForward(new Float64Array(w.length), z), alongZ, REORDERED, 1);
      expectClose('a', rForward(w, null), layer.rows === 0 ? nothing : a, REORDERED, 1);
    });
  });

  test('R{backward} is the derivative of backward along v and R{δ}, R{gradient} that of gradient along R{δ} and R{z}', () => {
    holds(({ layer, w, z, N }) => {
      const [v, Rz] = [gaussians(3, w.length), gaussians(4, z.length)];
      const [delta, Rdelta] = [gaussians(5, N * layer.units), gaussians(6, N * layer.units)];
      const back = (weights: Float64Array, d: Float64Array) =>
        added(z.length, (out) => passes.backward(layer, weights, z, d, N, out));
      const fromV = layer.rows === 0 ? new Float64Array(z.length) : back(v, delta);
      const Re = added(z.length, (out) => passes.rBackward(layer, w, v, z, delta, Rdelta, N, out));
      const expected = back(w, Rdelta).map((entry, q) => entry + fromV[q]);
      expectClose('R{e}', Re, expected, REORDERED, 1);
      const gradient = (d: Float64Array, x: Float64Array) =>
        added(w.length, (out) => passes.gradient(layer, d, x, N, out));
      const atZero = gradient(delta, new Float64Array(z.length));
      const [alongDelta, alongZ] = [gradient(Rdelta, z), gradient(delta, Rz)];
      const whole = added(w.length, (out) => passes.rGradient(layer, delta, Rdelta, z, Rz, N, out));
      const sum = alongDelta.map((entry, q) => entry + alongZ[q] - atZero[q]);
      expectClose('R{∂E/∂w}', whole, sum, REORDERED, 1);
      const part = added(w.length, (out) => passes.rGradient(layer, delta, Rdelta, z, null, N, out));
      expectClose('R{∂E/∂w} with R{z} = 0', part, alongDelta, REORDERED, 1);
    });
  });

  test('the diagonal passes are sums over squared entries of ∂a/∂z and ∂a/∂w', () => {
    holds(({ layer, w, z, N }) => {
      const D = gaussians(7, N * layer.units);
      const d = added(z.length, (out) => passes.diagonalBackward(layer, w, z, D, N, out));
      const own = added(w.length, (out) => passes.diagonalGradient(layer, D, z, N, out));
      const expected = new Float64Array(w.length);
      for (let n = 0; n < N; n++) {
        const [read, Dn] = [patternOf(z, layer.inputs, n), patternOf(D, layer.units, n)];
        const sent = squaredTimes(inputJacobian(layer, w, read), Dn);
        expectClose('d', patternOf(d, layer.inputs, n), sent, REORDERED, 1);
        squaredTimes(weightJacobian(layer, w, read), Dn).forEach((entry, q) => (expected[q] += entry));
      }
      expectClose('∂²E/∂w²', own, expected, REORDERED, 1);
    });
  });

  test('a batch is its patterns one by one', () => {
    holds(({ layer, w, z, N }) => {
      const a = added(N * layer.units, (out) => passes.forward(layer, w, z, N, out));
      const delta = gaussians(5, N * layer.units);
      const e = added(z.length, (out) => passes.backward(layer, w, z, delta, N, out));
      for (let n = 0; n < N; n++) {
        const [read, dn] = [patternOf(z, layer.inputs, n), patternOf(delta, layer.units, n)];
        const an = added(layer.units, (out) => passes.forward(layer, w, read, 1, out));
        const en = added(layer.inputs, (out) => passes.backward(layer, w, read, dn, 1, out));
        expectClose('a', patternOf(a, layer.units, n), an, REORDERED, 1);
        expectClose('e', patternOf(e, layer.inputs, n), en, REORDERED, 1);
      }
    });
  });
});

const patternOf = (x: Float64Array, width: number, n: number): Float64Array =>
  x.slice(n * width, (n + 1) * width);

test('a kind that is not in the list is named', () => {
  const spec = { kind: 'conv3d' } as unknown as Layer['spec'];
  expect(() => layerKindOf(spec)).toThrow('unknown layer kind: conv3d');
});
