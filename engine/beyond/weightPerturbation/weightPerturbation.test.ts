import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gaussians } from '../../data/random.ts';
import { dot } from '../../kernels/multiply.ts';
import { expectClose } from '../../testing/close.ts';
import { convergence } from './convergence.ts';
import { gradientEstimate } from './gradient.ts';
import { type Estimate, part, perturb, type Perturbations } from './perturbations.ts';
import { productEstimate, withoutMean, withoutRankTwo } from './product.ts';

/** A quadratic error `g·Δw + ½ Δwᵀ H Δw`, a direction, and a spread. */
interface Quadratic {
  readonly W: number;
  readonly g: Float64Array;
  readonly H: Float64Array;
  readonly v: Float64Array;
  readonly sigma: number;
}

const times = (H: Float64Array, x: Float64Array): Float64Array =>
  x.map((_, row) => dot(H, row * x.length, x, 0, x.length));

const changeOf =
  ({ g, H, W }: Quadratic) =>
  (dw: Float64Array): number =>
    dot(g, 0, dw, 0, W) + 0.5 * dot(dw, 0, times(H, dw), 0, W);

const quadratic = (most: number): fc.Arbitrary<Quadratic> =>
  fc
    .record({
      W: fc.integer({ min: 1, max: most }),
      seed: fc.integer({ min: 1, max: 1_000_000 }),
      sigma: fc.constantFrom(0.1, 1, 3),
    })
    .map(({ W, seed, sigma }) => {
      const A = gaussians(seed, W * W);
      const H = A.map((entry, at) => entry + A[(at % W) * W + Math.floor(at / W)]);
      return { W, H, g: gaussians(seed + 1, W), v: gaussians(seed + 2, W), sigma };
    });

/**
 * All 6^W points with coordinates −√3σ, 0, 0, 0, 0, √3σ: every moment up to the fifth is that of N(0, σ²I) (three points
 * of Gauss and Hermite), so that what holds in the limit of many samples holds exactly.
 */
function design(quadratic: Quadratic): Perturbations {
  const { W, sigma } = quadratic;
  const S = 6 ** W;
  const ends = [-Math.sqrt(3) * sigma, 0, 0, 0, 0, Math.sqrt(3) * sigma];
  const dW = Float64Array.from(
    { length: S * W },
    (_, at) => ends[Math.floor(Math.floor(at / W) / 6 ** (at % W)) % 6],
  );
  const change = changeOf(quadratic);
  const dE = Float64Array.from({ length: S }, (_, s) => change(dW.slice(s * W, (s + 1) * W)));
  return { W, S, sigma, dW, dE };
}

describe('in the limit of many samples of a quadratic error', () => {
  test('both estimates of the gradient are the gradient', () => {
    fc.assert(
      fc.property(quadratic(4), (drawn) => {
        const points = design(drawn);
        const floor = 1 + drawn.sigma * 10;
        expectClose('⟨ΔwΔE⟩/⟨Δw²⟩', gradientEstimate(points).mean, drawn.g, 1e-12, floor);
        if (drawn.W === 1) return; // six points of a line are too few
        expectClose('regressed', productEstimate(points, drawn.v).gradient.mean, drawn.g, 1e-12, floor);
      }),
      { numRuns: 100 },
    );
  });

  test('the product is Hv, and what each weight finds alone differs from it as stated', () => {
    fc.assert(
      fc.property(
        quadratic(4).filter(({ W }) => W > 1),
        (drawn) => {
          const { W, H, v } = drawn;
          const { local, product } = productEstimate(design(drawn), v);
          const z = times(H, v);
          const size = Math.sqrt(dot(v, 0, v, 0, W));
          const n = v.map((entry) => entry / size);
          const nz = dot(n, 0, z, 0, W);
          const stated = z.map((entry, i) => (entry - (n[i] * nz) / 2) / (1 - n[i] ** 2 / 2));
          const floor = 10 * (1 + 1 / drawn.sigma);
          expectClose('local', local.mean, stated, 1e-11, floor);
          expectClose('Hv', product.mean, z, 1e-11, floor);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('ΔE without the rank-two part leaves the gradient where it was', () => {
    fc.assert(
      fc.property(quadratic(4), (drawn) => {
        const left = withoutRankTwo(design(drawn), drawn.v, times(drawn.H, drawn.v));
        expectClose('∇E', gradientEstimate(left).mean, drawn.g, 1e-12, 1 + drawn.sigma * 10);
      }),
      { numRuns: 50 },
    );
  });
});

const scores = ({ mean, standardError }: Estimate, truth: Float64Array): number[] =>
  Array.from(mean, (value, i) => (value - truth[i]) / standardError[i]);

test('samples of a quadratic: within their standard errors, which are no larger than they need be', () => {
  const all: Record<'plain' | 'centred' | 'regressed' | 'product' | 'half', number[]> = {
    plain: [],
    centred: [],
    regressed: [],
    product: [],
    half: [],
  };
  fc.assert(
    fc.property(
      quadratic(8).filter(({ W }) => W > 1),
      (drawn) => {
        const { W, g, v, H, sigma } = drawn;
        const samples = perturb(changeOf(drawn), W, {
          sigma,
          samples: 1200,
          seed: W + 17 * (g[0] > 0 ? 1 : 2),
        });
        const { gradient, product } = productEstimate(samples, v);
        all.plain.push(...scores(gradientEstimate(samples), g));
        all.centred.push(...scores(gradientEstimate(withoutMean(samples)), g));
        all.regressed.push(...scores(gradient, g));
        all.product.push(...scores(product, times(H, v)));
        // z from one half of the samples, the gradient from the other.
        const { product: z } = productEstimate(part(samples, 0, 600), v);
        all.half.push(...scores(gradientEstimate(withoutRankTwo(part(samples, 600, 1200), v, z.mean)), g));
      },
    ),
    { numRuns: 60, seed: 11 },
  );
  for (const [name, list] of Object.entries(all)) {
    const meanSquare = list.reduce((sum, score) => sum + score * score, 0) / list.length;
    // Some 300 scores; those of one quadratic are not independent.
    expect(list.length, name).toBeGreaterThan(200);
    expect(meanSquare, name).toBeGreaterThan(0.7);
    expect(meanSquare, name).toBeLessThan(1.4);
    expect(Math.max(...list.map(Math.abs)), name).toBeLessThan(6);
  }
});

test('the variance of the gradient is Σ g_j² + σ² (2‖H‖² + 8 (H²)_ii)/4 a sample, and Ĥ lowers it to that of H − Ĥ', () => {
  const W = 12;
  const u = gaussians(1, W);
  // One large eigenvalue, along u: what Ĥ from v = u takes away nearly whole.
  const A = gaussians(2, W * W);
  const H = A.map(
    (_, at) => 0.1 * (A[at] + A[(at % W) * W + Math.floor(at / W)]) + 2 * u[Math.floor(at / W)] * u[at % W],
  );
  const g = gaussians(3, W);
  const drawn = { W, g, H, v: u, sigma: 1 };
  const S = 20_000;
  const samples = perturb(changeOf(drawn), W, { sigma: 1, samples: S, seed: 4 });
  const stated = (matrix: Float64Array): Float64Array => {
    const square = dot(matrix, 0, matrix, 0, W * W);
    return g.map((own, i) => {
      const others = dot(g, 0, g, 0, W) - own * own;
      const row = dot(matrix, i * W, matrix, i * W, W);
      return Math.sqrt((others + (2 * square + 8 * row) / 4) / S);
    });
  };
  const z = times(H, u);
  const uu = dot(u, 0, u, 0, W);
  const uz = dot(u, 0, z, 0, W);
  const rest = H.map((entry, at) => {
    const [p, q] = [Math.floor(at / W), at % W];
    return entry - (z[p] * u[q] + u[p] * z[q] - (uz / uu) * u[p] * u[q]) / uu;
  });
  const before = gradientEstimate(withoutMean(samples)).standardError;
  const after = gradientEstimate(withoutRankTwo(samples, u, z)).standardError;
  // Squares of products of three normals have heavy tails: some 3% each.
  before.forEach((error, i) => expect(Math.abs(error / stated(H)[i] - 1)).toBeLessThan(0.1));
  after.forEach((error, i) => expect(Math.abs(error / stated(rest)[i] - 1)).toBeLessThan(0.1));
  const mean = (x: Float64Array): number => x.reduce((sum, entry) => sum + entry, 0) / W;
  expect(mean(after)).toBeLessThan(0.3 * mean(before));
});

test('what cannot be estimated is refused', () => {
  const samples = perturb((dw) => dw[0], 2, { sigma: 1, samples: 5, seed: 1 });
  expect(() => productEstimate(samples, Float64Array.of(0, 0))).toThrow(
    'direction is 0: no product to estimate',
  );
  expect(() => productEstimate(samples, Float64Array.of(1))).toThrow('entries of the direction are not 2: 1');
  expect(() => productEstimate(samples, Float64Array.of(1, 0))).toThrow(
    'samples are not enough for three numbers a weight, 8: 5',
  );
  expect(() => gradientEstimate(part(samples, 0, 1))).toThrow(
    'samples are not enough for standard errors: 1',
  );
  const settings = { sigma: 1, samples: 5, seed: 1 };
  expect(() => perturb(() => 0, 2, { ...settings, sigma: 0 })).toThrow('sigma is not above 0: 0');
  expect(() => perturb(() => 0, 2, { ...settings, samples: 1 })).toThrow(
    'samples are not a whole number from 2 up: 1',
  );
  expect(() => perturb(() => 0, 1000, { ...settings, samples: 30_000 })).toThrow(
    'more perturbations than can be kept, 20000000 numbers: 30000000',
  );
  const truth = { gradient: samples.dE, product: samples.dE };
  expect(() => convergence(samples, Float64Array.of(1, 0), truth, [6])).toThrow(
    'samples are not as many as there are, 5: 6',
  );
});
