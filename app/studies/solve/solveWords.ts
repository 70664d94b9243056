import { matrixOf } from '../../../engine/curvature/index.ts';
import type { Solved, SolveMatrix, SolverId, SolverRun } from '../../../workers/protocol/solve.ts';
import { formatPercent } from '../../charts/percent.ts';
import { counted } from '../../controls/counted.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import { inertiaText } from '../../controls/inertiaText.ts';

/** The methods as they are called. */
export const solvers: Readonly<Record<SolverId, string>> = {
  direct: 'Direct',
  'conjugate-gradient': 'Conjugate gradients',
  neumann: 'Neumann series (LiSSA)',
};

/** `the Gauss–Newton matrix + 0.1 I`. */
export const systemName = (matrix: SolveMatrix, damping: number): string => {
  const name =
    matrix === 'exact'
      ? 'H'
      : matrix === 'gauss-newton'
        ? 'G'
        : `the ${matrixOf(matrix).label.toLowerCase()}`;
  return damping === 0 ? name : `${name} + ${formatNumber(damping, 3)} I`;
};

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** What stands in the way of Cholesky's factors and from which λ on nothing does; null of a positive definite matrix. */
export function definiteSentence(name: string, { cholesky, inertia, definiteFrom }: Solved): string | null {
  if (cholesky) return null;
  const kind =
    inertia.negative > 0
      ? 'indefinite'
      : inertia.zero > 0
        ? 'singular'
        : 'positive definite only to rounding';
  const from = definiteFrom > 0 ? `from λ = ${formatNumber(definiteFrom, 3)} up` : 'with any λ above 0';
  return `${capital(name)} is ${kind}: its eigenvalues are ${inertiaText(inertia)}. Cholesky’s factorisation breaks off; LDLᵀ goes through and counts the signs. The matrix would be positive definite ${from}.`;
}

/** Why conjugate gradients stopped at negative curvature. */
export function curvatureSentence({ stopCurvature, runs }: Solved): string | null {
  const run = runs.find(({ id }) => id === 'conjugate-gradient');
  if (stopCurvature === null || run === undefined) return null;
  const used = counted(productsOf(run), 'product');
  return `Conjugate gradients stopped after ${used}: along the next search direction p the curvature pᵀAp/pᵀp is ${formatNumber(stopCurvature, 3)}. There the quadratic model falls without end, and a minimum, which the method looks for, does not exist.`;
}

const TENTH = Math.log(0.1);

/** The series' condition in numbers: whether it converges, and how fast. */
export function conditionSentence({ neumann }: Solved): string {
  if (neumann === null) return 'The matrix is zero: Neumann’s series has no scale.';
  const { radius, fails, s, smallest, largest } = neumann;
  const start = `Neumann’s series: s = ${formatNumber(s, 3)}, and the spectral radius ρ of I − sA is ${formatNumber(radius, radius > 0.99 && radius < 1.01 ? 6 : 3)}`;
  if (fails === 'not positive definite')
    return `${start}. The eigenvalue ${formatNumber(smallest, 3)} is not above 0, so that 1 − sλ is not below 1, whatever s: the series cannot converge.`;
  if (fails === 'step too large')
    return `${start}, above 1: s has to be below 2/λ_max = ${formatNumber(2 / largest, 3)}. The part of the error along the largest eigenvalue grows with every product.`;
  const products = Math.ceil(TENTH / Math.log(radius));
  return `${start}, below 1: it converges. Each product shrinks the residual by ${formatPercent(1 - radius)} at least; a factor of ten takes up to ${counted(products, 'product')}.`;
}

/** How a run ended, in a few words. */
export function endText(run: SolverRun, { neumann, cholesky }: Solved): string {
  switch (run.end) {
    case 'solved':
      return cholesky ? 'by Cholesky’s factors' : 'by LDLᵀ, indefinite';
    case 'singular':
      return 'singular: no unique solution';
    case 'converged':
      return 'converged';
    case 'negative-curvature':
      return 'stopped: negative curvature';
    case 'diverged':
      return neumann?.fails === 'step too large' ? 'diverged: s too large' : 'diverged: not definite';
    case 'steps':
      return run.id === 'neumann' && (neumann?.fails ?? null) !== null ? 'diverging' : 'all products used';
  }
}

/** The last of a list; NaN of none. */
export const lastOf = (list: readonly number[]): number => list.at(-1) ?? NaN;

/** Products that a run took: one behind every number but the first, and the one that showed negative curvature. */
export const productsOf = ({ residuals, end }: SolverRun): number =>
  Math.max(0, residuals.length - (end === 'negative-curvature' ? 0 : 1));

/** The figure in one sentence. */
export const curvesSentence = (solved: Solved): string =>
  solved.runs
    .filter(({ id, residuals }) => id !== 'direct' && residuals.length > 0)
    .map(
      (run) =>
        `${solvers[run.id]}: relative residual ${formatNumber(lastOf(run.residuals), 2)} after ${counted(productsOf(run), 'product')}, ${endText(run, solved)}.`,
    )
    .join(' ');
