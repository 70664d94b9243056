import type { EntryAnatomy } from '../../engine/anatomy/anatomy.ts';
import type { EntryDifference } from '../../engine/anatomy/entryDifference.ts';
import type { Problem } from '../../engine/experiment/problem.ts';

export type { Factor, Term } from '../../engine/anatomy/anatomy.ts';
export type { EntryFormula } from '../../engine/anatomy/formula.ts';

export interface AnatomyRequest {
  readonly problem: Problem;
  readonly row: number;
  readonly column: number;
  /** The pattern whose numbers the formula shows; beyond the last it is the last. */
  readonly pattern: number;
}

/** An entry of H in its parts, patterns and terms, and by differences of the gradient. */
export interface Anatomy extends EntryAnatomy {
  readonly difference: EntryDifference;
}
