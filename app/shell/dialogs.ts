import { create } from 'zustand';

export type DialogName = 'examples' | 'help';

/** Which of the page's own dialogs is open. */
export const useDialogs = create<{ readonly open: DialogName | null }>()(() => ({ open: null }));

export const openDialog = (open: DialogName): void => useDialogs.setState({ open });

export const closeDialog = (): void => useDialogs.setState({ open: null });
