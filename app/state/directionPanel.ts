import { create } from 'zustand';

interface DirectionPanelState {
  /** Closed, nothing is computed for it. */
  readonly open: boolean;
}

export const useDirectionPanel = create<DirectionPanelState>()(() => ({ open: false }));

export const openDirectionPanel = (open: boolean): void => useDirectionPanel.setState({ open });
