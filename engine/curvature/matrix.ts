import type { Workspace } from './workspace.ts';

/** A symmetric W × W matrix: all entries row-major, or the W entries of a diagonal. */
export interface MatrixValues {
  readonly form: 'dense' | 'diagonal';
  readonly values: Float64Array;
}

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
  readonly form: MatrixValues['form'];
  /** How it is held against H: as an error ‖A − H‖/‖H‖, or, for a part of H, as a share ‖A‖/‖H‖. */
  readonly role: 'exact' | 'approximation' | 'part';
  /** The whole matrix, weight decay αI included; passes are shared through the workspace. */
  compute(workspace: Workspace): MatrixValues;
  /** Multiplications and additions of `compute`, the shared passes it needs included. */
  operations(workspace: Workspace): number;
}
