import { inputOf } from './weight.ts';
import type { Pair } from './terms.ts';

/**
 * The formula of an entry with the numbers of one pattern in it:
 *
 * - `output-output` (PRML 5.93): `z₁ z₂ M`
 * - `hidden-hidden` (PRML 5.94): `x₁ x₂ { h2 e + h1₁ h1₂ wMw }`, h2 null for weights into different units
 * - `hidden-output` (PRML 5.95): `x h1 { δ + z wM }`, δ null where the second weight does not read the first's unit
 * - `paths`: `z₁ z₂ { JMJ + bends } + z₁ slope δ`, null for what is not there
 */
export type EntryFormula =
  | { readonly form: 'output-output'; readonly z: readonly [number, number]; readonly M: number }
  | {
      readonly form: 'hidden-hidden';
      readonly x: readonly [number, number];
      readonly h1: readonly [number, number];
      readonly bend: { readonly h2: number; readonly e: number } | null;
      readonly wMw: number;
    }
  | {
      readonly form: 'hidden-output';
      readonly x: number;
      readonly h1: number;
      readonly delta: number | null;
      readonly z: number;
      readonly wM: number;
    }
  | {
      readonly form: 'paths';
      readonly z: readonly [number, number];
      readonly JMJ: number | null;
      readonly bends: number | null;
      readonly change: { readonly slope: number; readonly delta: number } | null;
      /** Paths from each weight's unit to an output. */
      readonly paths: readonly [number, number];
    };

const sum = (count: number, term: (k: number) => number): number => {
  let total = 0;
  for (let k = 0; k < count; k++) total += term(k);
  return total;
};

/** PRML 5.93–5.95 for pattern n. O(K²). */
function twoLayerFormula({ workspace, first, second }: Pair, n: number): EntryFormula {
  const { topology, problem, forward, seed, backward } = workspace;
  const [hidden, output] = topology.layers;
  const [J, K] = [hidden.units, output.units];
  const w = (k: number, j: number): number => problem.parameters[output.weights + k * J + j];
  const M = (k: number, l: number): number => seed.M[(n * K + k) * K + l];
  const h1 = (j: number): number => forward.h1[0][n * J + j];
  const z = [inputOf(forward, first, n), inputOf(forward, second, n)] as const;
  const [j, k] = [first.j, second.j];
  if (first.layer === 1) return { form: 'output-output', z, M: M(j, k) };
  if (second.layer === 1) {
    const delta = second.column === j ? seed.delta[n * K + k] : null;
    return {
      form: 'hidden-output',
      x: z[0],
      h1: h1(j),
      delta,
      z: z[1],
      wM: sum(K, (l) => w(l, j) * M(k, l)),
    };
  }
  const bend = j === k ? { h2: forward.h2[0][n * J + j], e: backward.e[0][n * J + j] } : null;
  const wMw = sum(K, (r) => sum(K, (s) => w(r, j) * w(s, k) * M(r, s)));
  return { form: 'hidden-hidden', x: z, h1: [h1(j), h1(k)], bend, wMw };
}

/** The sum over paths for pattern n. O(K² + units). */
function pathFormula({ workspace, first, second, firstReach, secondReach }: Pair, n: number): EntryFormula {
  const { topology, forward, seed, backward } = workspace;
  const { outputUnits: K } = topology;
  const last = topology.layers.length - 1;
  const z = [inputOf(forward, first, n), inputOf(forward, second, n)] as const;
  const along = (r: number, s: number): number =>
    firstReach.slope(last, r, n) * seed.M[(n * K + r) * K + s] * secondReach.slope(last, s, n);
  const meet = topology.layers
    .slice(second.layer, -1)
    .filter(({ index: l }) =>
      first.layer === second.layer && l === first.layer
        ? first.j === second.j
        : firstReach.paths(l) > 0 && secondReach.paths(l) > 0,
    );
  const bends = meet.reduce(
    (total, { index: l, units }) =>
      total +
      sum(units, (u) => {
        const at = n * units + u;
        const bend = forward.h2[l][at] * backward.e[l][at];
        return bend * firstReach.slope(l, u, n) * secondReach.slope(l, u, n);
      }),
    0,
  );
  const { column, source } = second;
  const reads =
    column !== null && source !== null && source.layer >= 0 && second.layer > first.layer
      ? firstReach.reaches(source.layer, source.i)
      : false;
  const delta = backward.delta[second.layer][n * topology.layers[second.layer].units + second.j];
  const paths = [firstReach.paths(last), secondReach.paths(last)] as const;
  return {
    form: 'paths',
    z,
    JMJ: paths[0] > 0 && paths[1] > 0 ? sum(K, (r) => sum(K, (s) => along(r, s))) : null,
    bends: meet.length > 0 ? bends : null,
    change:
      reads && column !== null ? { slope: firstReach.inputSlope(second.layer, column, n), delta } : null,
    paths,
  };
}

/** The formula of a pair's entry with the numbers of pattern n. */
export const formulaOf = (pair: Pair, n: number): EntryFormula =>
  pair.twoLayer ? twoLayerFormula(pair, n) : pathFormula(pair, n);

/** What the formula comes to: ∂²E_n/∂w∂w. */
export function formulaValue(formula: EntryFormula): number {
  switch (formula.form) {
    case 'output-output':
      return formula.z[0] * formula.z[1] * formula.M;
    case 'hidden-hidden': {
      const { x, h1, bend, wMw } = formula;
      return x[0] * x[1] * ((bend === null ? 0 : bend.h2 * bend.e) + h1[0] * h1[1] * wMw);
    }
    case 'hidden-output': {
      const { x, h1, delta, z, wM } = formula;
      return x * h1 * ((delta ?? 0) + z * wM);
    }
    case 'paths': {
      const { z, JMJ, bends, change } = formula;
      const changed = change === null ? 0 : z[0] * change.slope * change.delta;
      return z[0] * z[1] * ((JMJ ?? 0) + (bends ?? 0)) + changed;
    }
  }
}
