import type { ActivationKind } from '../activations/index.ts';
import { type LossKind, lossOf } from '../losses/index.ts';
import type { TargetKind } from '../losses/loss.ts';
import { seedOf } from '../losses/seed.ts';

/** Targets of one output with the measure each stands for. */
interface Support {
  readonly t: number;
  readonly weight: number;
}

/**
 * t = y + sinh u, u in steps of ⅛: the trapezoidal rule for ∫ … dt, which is off by less than 1e-14 for
 * densities that are analytic near the real axis and fall like exp(−|t − y|).
 */
const around = (y: number): Support[] =>
  Array.from({ length: 74 }, (_, q) => {
    const u = (q - 36.5) / 8;
    return { t: y + Math.sinh(u), weight: Math.cosh(u) / 8 };
  });

/** Counts with 1/t!: beyond 64 less than 1e-25 is left of means up to 10. */
function counts(): Support[] {
  let weight = 1;
  return Array.from({ length: 64 }, (_, t) => ({ t, weight: (weight /= Math.max(t, 1)) }));
}

const supportOf: Readonly<Record<TargetKind, (y: number) => Support[]>> = {
  real: around,
  'non-negative': counts,
  binary: () => [0, 1].map((t) => ({ t, weight: 1 })),
  'one-hot': () => [0, 1].map((t) => ({ t, weight: 1 })),
};

/**
 * Every target of one pattern with pre-activations a [K], or the nodes of a quadrature over them, [count × K]: their
 * shares p ∝ exp(−E) and their δ [count × K], from the loss's own E and δ alone. `total` is ∫ exp(−E) dt.
 */
export function modelTargets(loss: LossKind, output: ActivationKind, a: Float64Array) {
  const K = a.length;
  const { y } = seedOf(loss, output, a, new Float64Array(K), 1, K);
  const kind = lossOf(loss).targets;
  let rows: Support[][] = [[]];
  for (const yk of y) rows = rows.flatMap((row) => supportOf[kind](yk).map((one) => [...row, one]));
  if (kind === 'one-hot') rows = rows.filter((row) => row.filter(({ t }) => t === 1).length === 1).reverse();
  const targets = Float64Array.from(rows.flat(), ({ t }) => t);
  const delta = new Float64Array(targets.length);
  const p = Float64Array.from(rows, (row, s) => {
    const seed = seedOf(loss, output, a, targets.subarray(s * K, (s + 1) * K), 1, K);
    delta.set(seed.delta, s * K);
    return row.reduce((product, { weight }) => product * weight, Math.exp(-seed.E));
  });
  const total = p.reduce((sum, share) => sum + share, 0);
  return { targets, delta, p: p.map((share) => share / total), total };
}
