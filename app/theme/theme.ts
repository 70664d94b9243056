import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export type Theme = 'light' | 'dark';

interface ThemeState {
  readonly theme: Theme;
  /** True once the person has chosen; until then the system decides. */
  readonly chosen: boolean;
  readonly toggle: () => void;
}

const prefersDark = matchMedia('(prefers-color-scheme: dark)');
const systemTheme = (): Theme => (prefersDark.matches ? 'dark' : 'light');

export const useTheme = create<ThemeState>()(
  persist(
    (set, get) => ({
      theme: systemTheme(),
      chosen: false,
      toggle: () => set({ theme: get().theme === 'dark' ? 'light' : 'dark', chosen: true }),
    }),
    {
      name: 'hessian-notebook-theme',
      partialize: ({ theme, chosen }) => (chosen ? { theme, chosen } : {}),
    },
  ),
);

/** Keeps `data-theme` of the page equal to the theme, and the theme equal to the system's until one is chosen. */
export function followTheme(): void {
  const show = ({ theme }: ThemeState): void => {
    document.documentElement.dataset.theme = theme;
  };
  show(useTheme.getState());
  useTheme.subscribe(show);
  prefersDark.addEventListener('change', () => {
    if (!useTheme.getState().chosen) useTheme.setState({ theme: systemTheme() });
  });
}
