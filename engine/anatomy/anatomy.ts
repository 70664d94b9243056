import { closedForm } from '../curvature/closedForm.ts';
import type { Workspace } from '../curvature/workspace.ts';
import { isDense } from '../network/topology.ts';
import { type EntryFormula, formulaOf } from './formula.ts';
import { type PatternParts, patternParts } from './patternParts.ts';
import { reachOf } from './reach.ts';
import { type Pair, type TermKind, type TermRule, termRules } from './terms.ts';
import { weightAt } from './weight.ts';

export interface Factor {
  /** KaTeX. */
  readonly symbol: string;
  readonly value: number;
}

/** A term of an entry. */
export interface Term {
  readonly kind: TermKind;
  /** KaTeX of what it goes through. */
  readonly name: string;
  /** Its factors in the chosen pattern. */
  readonly factors: readonly Factor[];
  /** c times their product. */
  readonly here: number;
  /** The same summed over all patterns. */
  readonly sum: number;
}

/** An entry of H taken apart: `H_rq = gaussNewton + residual + decay`, and each part into patterns and terms. */
export interface EntryAnatomy {
  readonly entry: number;
  /** c of `E = c Σ E_n + (α/2)‖w‖²`. */
  readonly c: number;
  /** `c Σ_n` of what goes through M. */
  readonly gaussNewton: number;
  /** `c Σ_n` of what goes through δ. */
  readonly residual: number;
  /** α on the diagonal, else 0. */
  readonly decay: number;
  readonly patterns: PatternParts;
  /** The pattern that terms and formula are shown for. */
  readonly pattern: number;
  readonly formula: EntryFormula | null;
  /** The largest terms, in the order of the formula. */
  readonly terms: readonly Term[];
  /** The terms that are not listed, together. */
  readonly rest: { readonly count: number; readonly here: number; readonly sum: number };
  /** Why there are no terms: `needs dense layers, conv1 is: conv2d`. */
  readonly unavailable: string | null;
}

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

function checkPlace(W: number, row: number, column: number): void {
  const inside = (index: number): boolean => Number.isInteger(index) && index >= 0 && index < W;
  if (!inside(row) || !inside(column))
    throw new Error(`matrix has ${W} rows, entry is at: ${row}, ${column}`);
}

/** The two weights of an entry, that of the earlier layer first. Two forward sweeps. */
export function pairOf(workspace: Workspace, row: number, column: number): Pair {
  const { topology, problem } = workspace;
  const [a, b] = [weightAt(topology, row), weightAt(topology, column)];
  const [first, second] = a.layer <= b.layer ? [a, b] : [b, a];
  return {
    workspace,
    first,
    second,
    firstReach: reachOf(workspace, first),
    secondReach: reachOf(workspace, second),
    twoLayer: closedForm.unavailable?.(problem) === null,
  };
}

/** The largest of the terms in their own order, and the others as one. */
function largest(terms: readonly Term[], count: number): Pick<EntryAnatomy, 'terms' | 'rest'> {
  const bySize = [...terms].sort((a, b) => Math.abs(b.sum) - Math.abs(a.sum));
  // One term more is as short as a line for a rest of one.
  const kept = new Set(bySize.slice(0, terms.length <= count + 1 ? terms.length : count));
  const others = terms.filter((term) => !kept.has(term));
  const sumOf = (part: 'here' | 'sum'): number => others.reduce((sum, term) => sum + term[part], 0);
  return {
    terms: terms.filter((term) => kept.has(term)),
    rest: { count: others.length, here: sumOf('here'), sum: sumOf('sum') },
  };
}

/** Evaluates one term in every pattern and adds it to its part. O(N). */
function evaluate({ kind, name, factors }: TermRule, c: number, pattern: number, parts: PatternParts): Term {
  const part = kind === 'output' ? parts.gaussNewton : parts.residual;
  let sum = 0;
  let here = 0;
  for (let n = 0; n < part.length; n++) {
    let product = c;
    for (const factor of factors) product *= factor.at(n);
    part[n] += product;
    sum += product;
    if (n === pattern) here = product;
  }
  const shown = factors.map(({ symbol, at }): Factor => ({ symbol, value: at(pattern) }));
  return { kind, name, factors: shown, here, sum };
}

/**
 * Entry (row, column) of H taken apart (PRML 5.93–5.95 and, for any dense network, the sum over paths of
 * engine/anatomy/terms.ts): its part through M and its part through δ, pattern by pattern, and its terms, of which
 * `count` are listed. Other layers: the parts alone. `pattern` beyond the last is the last. O(N W) and O(N) a term.
 * @throws `matrix has 13 rows, entry is at: 2, 13`
 */
export function anatomyOf(
  workspace: Workspace,
  row: number,
  column: number,
  pattern: number,
  count = 6,
): EntryAnatomy {
  const { topology, problem, c } = workspace;
  const { N } = problem.batch;
  checkPlace(topology.W, row, column);
  const shown = Math.max(0, Math.min(pattern, N - 1));
  const finish = (
    patterns: PatternParts,
    rest: Pick<EntryAnatomy, 'formula' | 'terms' | 'rest' | 'unavailable'>,
  ): EntryAnatomy => {
    const [gaussNewton, residual] = [total(patterns.gaussNewton), total(patterns.residual)];
    const decay = row === column ? problem.weightDecay : 0;
    const entry = gaussNewton + residual + decay;
    return { entry, c, gaussNewton, residual, decay, patterns, pattern: shown, ...rest };
  };
  if (!isDense(topology)) {
    const other = topology.layers.find(({ spec }) => spec.kind !== 'dense')?.spec;
    const unavailable = `needs dense layers, ${other?.name ?? ''} is: ${other?.kind ?? ''}`;
    const none = { formula: null, terms: [], rest: { count: 0, here: 0, sum: 0 }, unavailable };
    return finish(patternParts(workspace, row, column), none);
  }
  const pair = pairOf(workspace, row, column);
  const patterns = { gaussNewton: new Float64Array(N), residual: new Float64Array(N) };
  const terms = termRules(pair).map((rule) => evaluate(rule, c, shown, patterns));
  return finish(patterns, { formula: formulaOf(pair, shown), ...largest(terms, count), unavailable: null });
}
