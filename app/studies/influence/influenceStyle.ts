import type { Ink } from '../../charts/ink.ts';

/** How what was, what is predicted and what is true are drawn everywhere. */
export const influenceStyle = (colours: readonly string[], ink: Ink) => ({
  before: { color: ink.ink3, width: 1.5 },
  predicted: { color: colours[1] ?? ink.accent, width: 2, dash: 'dash' },
  truth: { color: colours[0] ?? ink.accent, width: 2 },
});

export type InfluenceStyle = ReturnType<typeof influenceStyle>;
