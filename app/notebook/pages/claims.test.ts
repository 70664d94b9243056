import { describe, expect, test } from 'vitest';
import { expectClose } from '../../../engine/testing/close.ts';
import { setCount, setNoise } from '../../state/edits/data.ts';
import { addLayer } from '../../state/edits/insertLayer.ts';
import { setLoss, setReduction } from '../../state/edits/loss.ts';
import { setNumber } from '../../state/edits/network.ts';
import { diagonal } from './diagonal.ts';
import { gaussNewtonFisher } from './gaussNewtonFisher.ts';
import { outerProduct } from './outerProduct.ts';
import { experimentOf, factsOf, relative, train, trained } from './testing/facts.ts';
import { why } from './why.ts';

/** Sums of some hundred products agree to that when they are the same sum in another order. */
const ROUNDING = 1e-12;

describe('why the Hessian matters', () => {
  const line = experimentOf(why, 0);
  const xor = experimentOf(why, 1);

  test('the line has one H everywhere, with 2/λ at 0.05, and half of it for twice the patterns', () => {
    const { W, eigenvalues, values } = factsOf(line);
    expect(W).toBe(2);
    expect(eigenvalues('exact')[0]).toBeCloseTo(40, 1);
    expectClose(
      'H elsewhere',
      factsOf({ ...line, parameters: [3, -2] }).values('exact'),
      values('exact'),
      1e-14,
    );
    const twice = setCount(2 * 40)(line);
    expect((factsOf(twice).eigenvalues('exact')[0] ?? NaN) / 40).toBeCloseTo(2, 1);
    const mean = setReduction('mean');
    const limits = [line, twice].map((one) => factsOf(mean(one)).eigenvalues('exact')[0] ?? NaN);
    expect((limits[0] ?? NaN) / (limits[1] ?? NaN)).toBeCloseTo(1, 1);
  });

  test('gradient descent converges at 0.045, diverges at 0.051, and one Newton step ends it', () => {
    const at = (learningRate: number) =>
      train({ ...line, training: { ...line.training, learningRate } }, 2000);
    expect(at(0.051).reply.status).toBe('diverged');
    const { trained: settled } = at(0.045);
    const { gradient, values } = factsOf(line);
    const [a = NaN, b = NaN, , d = NaN] = values('exact');
    const [g = NaN, h = NaN] = gradient();
    const [w = NaN, w0 = NaN] = line.parameters;
    const det = a * d - b * b;
    const newton = [w - (d * g - b * h) / det, w0 - (a * h - b * g) / det];
    // 2,000 steps of |1 − 0.045 λ| ≤ 0.8 leave rounding alone.
    expectClose('minimum', settled.parameters, newton, 1e-12);
  });

  test('XOR begins with six negative eigenvalues, a saddle in its plane, and ends at a minimum', () => {
    const { W, eigenvalues } = factsOf(xor);
    const before = eigenvalues('exact');
    expect(W).toBe(13);
    expect(before.filter((value) => value < 0)).toHaveLength(6);
    expect(before.at(-1)).toBeCloseTo(-25.5, 1);
    const bySize = [...before].sort((p, q) => Math.abs(q) - Math.abs(p));
    expect(Math.sign(bySize[0] ?? NaN) * Math.sign(bySize[1] ?? NaN)).toBe(-1);
    const smallest = factsOf(trained(xor)).eigenvalues('exact').at(-1) ?? NaN;
    // Decay alone is 0.01; the data add 1.3 % of that.
    expect(smallest).toBeGreaterThan(0.01);
    expect(smallest).toBeLessThan(0.0105);
  });
});

describe('the diagonal approximation', () => {
  const identity = experimentOf(diagonal, 0);
  const softmax = experimentOf(diagonal, 1);
  const wrong = (experiment: typeof identity): readonly number[] => {
    const { values, W } = factsOf(experiment);
    const [recursion, truth] = [values('diagonal'), values('exact-diagonal')];
    return Array.from({ length: W }, (_, q) => q).filter(
      (q) => Math.abs((recursion[q] ?? NaN) - (truth[q] ?? NaN)) > 1e-9 * Math.abs(truth[q] ?? NaN),
    );
  };
  const parametersOf = (experiment: typeof identity, layer: number): readonly number[] => {
    const found = factsOf(experiment).topology.layers[layer];
    if (found === undefined) throw new Error(`no layer: ${layer}`);
    return Array.from({ length: found.biases + found.rows - found.weights }, (_, q) => found.weights + q);
  };

  test('is exact with one hidden layer and identity outputs, before training and after', () => {
    for (const experiment of [identity, trained(identity)]) {
      const { values, off } = factsOf(experiment);
      expectClose('diagonal', values('diagonal'), values('exact-diagonal'), ROUNDING);
      expect(off('diagonal')).toBeCloseTo(off('exact-diagonal'), 12);
    }
    expect(factsOf(identity).off('diagonal')).toBeCloseTo(0.916, 3);
    expect(
      factsOf(identity)
        .values('diagonal')
        .some((entry) => entry < 0),
    ).toBe(true);
  });

  test('a second hidden layer spoils layer 1 alone, more so after training', () => {
    const deeper = addLayer(identity);
    expect(wrong(deeper)).toEqual(parametersOf(deeper, 0));
    const gap = (experiment: typeof identity): number =>
      factsOf(experiment).off('diagonal') - factsOf(experiment).off('exact-diagonal');
    // Seen in the figure's three digits.
    expect(gap(deeper)).toBeGreaterThan(0.0005);
    expect(gap(trained(deeper))).toBeGreaterThan(2 * gap(deeper));
  });

  test('softmax spoils layer 1, and the exact diagonal is never the worse of the two', () => {
    expect(wrong(softmax)).toEqual(parametersOf(softmax, 0));
    for (const experiment of [softmax, trained(softmax)]) {
      const { off } = factsOf(experiment);
      expect(off('diagonal')).toBeGreaterThan(off('exact-diagonal'));
    }
  });
});

describe('the outer product', () => {
  const sine = experimentOf(outerProduct, 0);
  const circles = experimentOf(outerProduct, 1);

  test('loses its residual by training, with little noise and with much', () => {
    expect(factsOf(sine).off('residual')).toBeCloseTo(0.61, 2);
    expect(factsOf(trained(sine, 10)).off('residual')).toBeLessThan(0.01);
    const clean = trained(sine);
    const noisy = trained(setNoise(0.6)(sine));
    expect(factsOf(clean).off('residual')).toBeLessThan(0.001);
    expect(factsOf(noisy).off('residual')).toBeLessThan(0.0015);
    const ratio = factsOf(noisy).error() / factsOf(clean).error();
    expect(ratio).toBeGreaterThan(14);
    expect(ratio).toBeLessThan(17);
  });

  test('has a smallest eigenvalue less than half of the true one, at 0.1 % of error', () => {
    const { eigenvalues, off } = factsOf(trained(setNoise(0.6)(sine)));
    expect(off('outer-product')).toBeLessThan(0.0012);
    const [truth, kept] = [eigenvalues('exact').at(-1) ?? NaN, eigenvalues('outer-product').at(-1) ?? NaN];
    expect(truth * 1e4).toBeCloseTo(3.3, 1);
    expect(kept * 1e4).toBeCloseTo(1.3, 1);
  });

  test('keeps a seventh of H as residual where two units cannot fit, half of that with a third', () => {
    const two = trained(circles);
    expect(factsOf(two).eigenvalues('exact').at(-1)).toBeGreaterThan(0);
    expect(factsOf(two).off('residual')).toBeGreaterThan(0.13);
    const third = trained(setNumber('hidden1', 'units', 3)(two));
    const ratio = factsOf(third).off('residual') / factsOf(two).off('residual');
    expect(ratio).toBeGreaterThan(0.4);
    expect(ratio).toBeLessThan(0.65);
  });
});

describe('Gauss–Newton and Fisher', () => {
  const squares = experimentOf(gaussNewtonFisher, 0);
  const spiral = experimentOf(gaussNewtonFisher, 1);
  const sine = experimentOf(outerProduct, 0);
  const near = (a: Float64Array, b: Float64Array): boolean => relative(a, b) < ROUNDING;

  test('are equal and different as the table says', () => {
    const behind = (experiment: typeof sine, activation: 'exp' | 'identity' | 'logistic') => ({
      ...experiment,
      network: {
        ...experiment.network,
        layers: experiment.network.layers.map((layer) =>
          layer.name === 'output' ? { ...layer, activation } : layer,
        ),
      },
    });
    const counts = { ...behind(sine, 'exp'), data: { set: 'counts', count: 40, noise: 0, seed: 1 } } as const;
    const loss = (experiment: typeof sine, kind: typeof sine.loss.kind) => ({
      ...experiment,
      loss: { ...experiment.loss, kind },
    });
    const rows = [
      { experiment: sine, letters: 'AAA' },
      { experiment: loss(squares, 'binary-cross-entropy'), letters: 'AAA' },
      { experiment: spiral, letters: 'AAA' },
      { experiment: loss(counts, 'poisson'), letters: 'BAA' },
      { experiment: squares, letters: 'BAB' },
      { experiment: loss(sine, 'pseudo-huber'), letters: 'AAB' },
    ];
    for (const { experiment, letters } of rows) {
      const { values } = factsOf(experiment);
      const three = (['outer-product', 'gauss-newton', 'fisher'] as const).map(values);
      three.forEach((one, p) => {
        three.forEach((other, q) => {
          const same = letters[p] === letters[q];
          expect(near(one, other), `${experiment.loss.kind}: ${letters}, ${p} and ${q}`).toBe(same);
        });
      });
    }
    const cauchy = factsOf(loss(sine, 'cauchy'));
    expect(near(cauchy.values('outer-product'), cauchy.values('gauss-newton'))).toBe(true);
    expect(() => cauchy.off('fisher')).toThrow('no matrix: fisher');
    expect(cauchy.eigenvalues('outer-product').at(-1)).toBeLessThan(-0.1);
  });

  test('behind logistic squares: Gauss–Newton is indefinite, and cross-entropy makes three matrices one', () => {
    const { eigenvalues } = factsOf(squares);
    expect(eigenvalues('gauss-newton').at(-1)).toBeLessThan(-1);
    for (const id of ['outer-product', 'fisher'] as const)
      expect(eigenvalues(id).at(-1)).toBeGreaterThan(-1e-12);
    const { off } = factsOf(setLoss('binary-cross-entropy')(squares));
    expect(off('outer-product')).toBeCloseTo(off('gauss-newton'), 12);
    expect(off('fisher')).toBeCloseTo(off('gauss-newton'), 12);
  });

  test('the empirical Fisher stays 90 % away where Gauss–Newton comes within a few per cent', () => {
    for (const steps of [20, 40, 400]) {
      const { off } = factsOf(trained(spiral, steps));
      expect(off('gauss-newton')).toBeLessThan(0.03);
      expect(off('empirical-fisher')).toBeCloseTo(0.91, 1);
    }
  });

  test('the Monte Carlo error falls towards that of Gauss–Newton about like 1/√S', () => {
    const settled = trained(spiral);
    const beyond = (samples: number): number => {
      // Ten draws: one alone is luck.
      const squaresOf = Array.from({ length: 10 }, (_, seed) => {
        const { values } = factsOf({ ...settled, estimation: { ...settled.estimation, seed, samples } });
        return relative(values('fisher-monte-carlo'), values('fisher')) ** 2;
      });
      return Math.sqrt(squaresOf.reduce((sum, one) => sum + one, 0) / squaresOf.length);
    };
    const [one, sixteen, many] = [beyond(1), beyond(16), beyond(256)];
    // A quarter, give or take what ten draws leave open.
    for (const ratio of [one / sixteen, sixteen / many]) {
      expect(ratio).toBeGreaterThan(2.5);
      expect(ratio).toBeLessThan(6);
    }
  });
});
