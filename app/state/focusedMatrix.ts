import { createStore } from 'zustand';
import type { MatrixId } from '../../engine/curvature/index.ts';

export interface FocusedMatrixState {
  /** The matrix whose entry the inspector shows large. */
  readonly matrix: MatrixId;
}

export const createFocusedMatrix = () => createStore<FocusedMatrixState>()(() => ({ matrix: 'exact' }));
