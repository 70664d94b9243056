import { create } from 'zustand';
import type { MatrixId } from '../../../engine/curvature/index.ts';

interface FocusedMatrixState {
  /** The matrix whose entry the inspector shows large. */
  readonly matrix: MatrixId;
}

export const useFocusedMatrix = create<FocusedMatrixState>()(() => ({ matrix: 'exact' }));

export const focusMatrix = (matrix: MatrixId): void => useFocusedMatrix.setState({ matrix });

/** The focused matrix if it is on show, else the first that is. */
export const focusedOf = (matrix: MatrixId, shown: readonly MatrixId[]): MatrixId =>
  shown.includes(matrix) ? matrix : (shown[0] ?? matrix);
