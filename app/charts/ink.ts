import { useMemo } from 'react';
import { type Theme, useTheme } from '../theme/theme.ts';

/** The page's colours and type for plotly.js, which knows no CSS variables. */
const tokens = {
  ink: '--ink',
  ink2: '--ink-2',
  ink3: '--ink-3',
  hairline: '--hairline',
  card: '--card',
  accent: '--accent',
  positive: '--positive',
  negative: '--negative',
  good: '--good',
  caution: '--caution',
  font: '--font-ui',
} as const;

export type Ink = Readonly<Record<keyof typeof tokens, string>>;

/** The colours of a theme, which is on show. */
function inkOf(_theme: Theme): Ink {
  const page = getComputedStyle(document.documentElement);
  return Object.fromEntries(
    Object.entries(tokens).map(([name, token]) => [name, page.getPropertyValue(token).trim()]),
  ) as Ink;
}

/** The colours of the theme on show. */
export function useInk(): Ink {
  const theme = useTheme((state) => state.theme);
  return useMemo(() => inkOf(theme), [theme]);
}
