import type { Problem } from '../experiment/problem.ts';
import type { Part } from '../network/groups.ts';
import type { Workspace } from './workspace.ts';

/** A symmetric W × W matrix: all entries row-major, or the W entries of a diagonal. */
export interface MatrixValues {
  readonly form: 'dense' | 'diagonal';
  readonly values: Float64Array;
}

/** The sections of the menu: ways to the exact Hessian, what approximates it, and what is drawn at random. */
export const matrixGroups = {
  hessian: 'Exact Hessian',
  approximation: 'Approximations',
  part: 'Parts of H',
  estimate: 'Estimates from samples and products',
  check: 'Other ways to the exact Hessian',
} as const;

export type MatrixGroup = keyof typeof matrixGroups;

/** What of a problem decides whether a matrix exists for it. */
export type Setting = Pick<Problem, 'network' | 'loss'>;

/** One curvature matrix of the list: how it is called, what it costs, and how to compute it. */
export interface CurvatureMatrix {
  readonly label: string;
  /** KaTeX, short enough for a card's corner. */
  readonly symbol: string;
  /** KaTeX of the definition. */
  readonly formula: string;
  /** KaTeX of the cost per pattern. */
  readonly cost: string;
  readonly section: string;
  /** One sentence: when it equals the exact Hessian, or what it leaves out. */
  readonly whenExact: string;
  readonly group: MatrixGroup;
  readonly form: MatrixValues['form'];
  /** How it is held against H: as an error ‖A − H‖/‖H‖, or, for a part of H, as a share ‖A‖/‖H‖. */
  readonly role: 'exact' | 'approximation' | 'part';
  /** It can be computed part by part, each in its share of the time. */
  readonly divisible?: true;
  /** It is made from other matrices of the list in O(W²), once these are there. */
  readonly derived?: true;
  /** What of `problem.estimation` and `problem.direction` it depends on. */
  readonly draws?: readonly ('seed' | 'samples' | 'rank' | 'direction')[];
  /** Why it does not exist for this network and loss, or null: `needs one hidden layer, network has 2`. */
  unavailable?(setting: Setting): string | null;
  /**
   * The matrix, weight decay αI included; passes are shared through the workspace. With `part`, a dense one that is
   * divisible is that part's share alone, packed (network/shares.ts).
   */
  compute(workspace: Workspace, part?: Part): MatrixValues;
  /** Multiplications and additions of the whole, the shared passes it needs included. */
  operations(workspace: Workspace): number;
}
