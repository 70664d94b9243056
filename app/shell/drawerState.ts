import { create } from 'zustand';

/** Whether the drawer with what is selected is out; only used where the right column has no room. */
export const useDrawer = create<{ readonly open: boolean }>()(() => ({ open: false }));

export const setDrawer = (open: boolean): void => useDrawer.setState({ open });
