import { createStore } from 'zustand';

export interface DirectionPanelState {
  /** Closed, nothing is computed for it. */
  readonly open: boolean;
}

export const createDirectionPanel = () => createStore<DirectionPanelState>()(() => ({ open: false }));
