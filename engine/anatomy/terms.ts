import type { Workspace } from '../curvature/workspace.ts';
import type { Reach } from './reach.ts';
import { type Symbols, symbolsOf } from './symbols.ts';
import { inputOf, type Weight } from './weight.ts';

/** What a term goes through: M at two outputs, the bend h'' of a unit that both weights reach, or a unit's δ. */
export type TermKind = 'output' | 'bend' | 'delta';

/** A factor of a term in every pattern n. */
export interface FactorRule {
  /** KaTeX. */
  readonly symbol: string;
  at(n: number): number;
}

/** A term of ∂²E_n/∂w_ji∂w_kp: the product of its factors. */
export interface TermRule {
  readonly kind: TermKind;
  /** KaTeX of what it goes through. */
  readonly name: string;
  readonly factors: readonly FactorRule[];
}

/** A pair of weights of a dense network, that of the earlier layer first, and what each reaches. */
export interface Pair {
  readonly workspace: Workspace;
  readonly first: Weight;
  readonly second: Weight;
  readonly firstReach: Reach;
  readonly secondReach: Reach;
  /** One hidden layer, read by the outputs alone: PRML 5.93–5.95. */
  readonly twoLayer: boolean;
}

const inputFactor = ({ workspace }: Pair, symbols: Symbols, weight: Weight): FactorRule => ({
  symbol: symbols.z(weight),
  at: (n) => inputOf(workspace.forward, weight, n),
});

const slopeFactor = ({ workspace }: Pair, symbols: Symbols, layer: number, j: number): FactorRule => {
  const { forward, topology } = workspace;
  const { units } = topology.layers[layer];
  return { symbol: `h'(${symbols.a(layer, j)})`, at: (n) => forward.h1[layer][n * units + j] };
};

/** ∂a_u/∂a_j as factors: none for u = j; for two layers `h'(a_j) w_uj`; else the sum over paths as one. */
function reachFactors(pair: Pair, symbols: Symbols, from: Weight, layer: number, u: number): FactorRule[] {
  if (from.layer === layer) return [];
  const { workspace, twoLayer, first, firstReach, secondReach } = pair;
  const reach = from === first ? firstReach : secondReach;
  if (!twoLayer) {
    const symbol = String.raw`\dfrac{\partial ${symbols.a(layer, u)}}{\partial ${symbols.a(from.layer, from.j)}}`;
    return [{ symbol, at: (n) => reach.slope(layer, u, n) }];
  }
  const { weights, fanIn } = workspace.topology.layers[layer];
  const w = workspace.problem.parameters[weights + u * fanIn + from.j];
  return [slopeFactor(pair, symbols, from.layer, from.j), { symbol: symbols.w(u, from.j), at: () => w }];
}

/** Terms through M: `z_i z_p ∂a_r/∂a_j M_rs ∂a_s/∂a_k` for all outputs r, s: together the Gauss–Newton part. */
function outputTerms(pair: Pair, symbols: Symbols): TermRule[] {
  const { workspace, first, second, firstReach, secondReach } = pair;
  const { M } = workspace.seed;
  const { topology } = workspace;
  const K = topology.outputUnits;
  const last = topology.layers.length - 1;
  const coupled = new Uint8Array(K * K);
  for (let q = 0; q < M.length; q++) if (M[q] !== 0) coupled[q % (K * K)] = 1;
  const terms: TermRule[] = [];
  for (let r = 0; r < K; r++) {
    if (!firstReach.reaches(last, r)) continue;
    for (let s = 0; s < K; s++) {
      if (!secondReach.reaches(last, s) || (r !== s && coupled[r * K + s] === 0)) continue;
      const at = (n: number): number => M[(n * K + r) * K + s];
      const factors = [
        inputFactor(pair, symbols, first),
        inputFactor(pair, symbols, second),
        ...reachFactors(pair, symbols, first, last, r),
        ...reachFactors(pair, symbols, second, last, s),
        { symbol: symbols.M(r, s), at },
      ];
      terms.push({ kind: 'output', name: symbols.M(r, s), factors });
    }
  }
  return terms;
}

/** Terms through h'': `z_i z_p h''(a_u) e_u ∂a_u/∂a_j ∂a_u/∂a_k`, e_u = Σ_r w_ru δ_r, for hidden units u that both reach. */
function bendTerms(pair: Pair, symbols: Symbols): TermRule[] {
  const { workspace, first, second, firstReach, secondReach, twoLayer } = pair;
  const { forward, backward, topology } = workspace;
  return topology.layers.slice(second.layer, -1).flatMap(({ index: l, units }) => {
    const h2 = forward.h2[l];
    if (h2.every((entry) => entry === 0)) return [];
    const e = backward.e[l];
    return Array.from({ length: units }, (_, u) => u)
      .filter((u) => firstReach.reaches(l, u) && secondReach.reaches(l, u))
      .map((u): TermRule => {
        const name = `h''(${symbols.a(l, u)})`;
        const sum = twoLayer
          ? String.raw`\textstyle\sum_k w_{k,${u + 1}}\delta_k`
          : `e_{${u + 1}}^{(${l + 1})}`;
        const factors = [
          inputFactor(pair, symbols, first),
          inputFactor(pair, symbols, second),
          ...reachFactors(pair, symbols, first, l, u),
          ...reachFactors(pair, symbols, second, l, u),
          { symbol: name, at: (n: number) => h2[n * units + u] },
          { symbol: sum, at: (n: number) => e[n * units + u] },
        ];
        return { kind: 'bend', name, factors };
      });
  });
}

/** The term in which one weight changes what the other meets: `z_i ∂z_p/∂a_j δ_k`; none where z_p does not depend on a_j. */
function deltaTerms(pair: Pair, symbols: Symbols): TermRule[] {
  const { workspace, first, second, firstReach } = pair;
  const { column, source } = second;
  if (column === null || source === null || source.layer < 0) return [];
  if (second.layer === first.layer || !firstReach.reaches(source.layer, source.i)) return [];
  const own = source.layer === first.layer;
  const slope: FactorRule = own
    ? slopeFactor(pair, symbols, first.layer, first.j)
    : {
        symbol: String.raw`\dfrac{\partial ${symbols.z(second)}}{\partial ${symbols.a(first.layer, first.j)}}`,
        at: (n) => firstReach.inputSlope(second.layer, column, n),
      };
  const delta = workspace.backward.delta[second.layer];
  const { units } = workspace.topology.layers[second.layer];
  const name = symbols.delta(second.layer, second.j);
  const factors = [
    inputFactor(pair, symbols, first),
    slope,
    { symbol: name, at: (n: number) => delta[n * units + second.j] },
  ];
  return [{ kind: 'delta', name, factors }];
}

/**
 * All terms of ∂²E_n/∂w_ji∂w_kp of a dense network, for every pattern n. With outputs r, s and hidden units u,
 *
 *   `z_i z_p { Σ_rs ∂a_r/∂a_j M_rs ∂a_s/∂a_k + Σ_u h''(a_u) e_u ∂a_u/∂a_j ∂a_u/∂a_k } + z_i ∂z_p/∂a_j δ_k`,
 *
 * which for two layers is PRML 5.93, 5.94 or 5.95. A term that is 0 in every network of this shape is left out.
 */
export function termRules(pair: Pair): TermRule[] {
  const symbols = symbolsOf(pair.twoLayer);
  return [...deltaTerms(pair, symbols), ...bendTerms(pair, symbols), ...outputTerms(pair, symbols)];
}
