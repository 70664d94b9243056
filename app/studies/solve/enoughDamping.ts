import type { Solved } from '../../../workers/protocol/solve.ts';

/** Above what it takes, so that the smallest eigenvalue is clear of zero. */
const MORE = 1.1;
/** Of a matrix that is singular only, beside its largest eigenvalue. */
const LEAST_SHARE = 1e-4;

/** A round λ with which the matrix is positive definite: its first two digits, rounded up. */
export function enoughDamping({ definiteFrom, largest }: Pick<Solved, 'definiteFrom' | 'largest'>): number {
  const wanted = Math.max(MORE * definiteFrom, LEAST_SHARE * Math.abs(largest), 1e-9);
  const unit = 10 ** (Math.floor(Math.log10(wanted)) - 1);
  return Math.min(1e6, Number((Math.ceil(wanted / unit) * unit).toPrecision(2)));
}
