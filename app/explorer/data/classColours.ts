import { colourAt } from '../../charts/colourScale.ts';
import type { Theme } from '../../theme/theme.ts';
import { type Colouring, VALUE_GROUPS } from './plotData.ts';

/** Custom properties of classes and series, told apart by lightness and shape too; from the sixth on they repeat. */
export const CLASS_COLOURS = ['--positive', '--negative', '--class-3', '--ink', '--ink-3'] as const;

export const classColour = (index: number): string =>
  `var(${CLASS_COLOURS[index % CLASS_COLOURS.length] ?? '--ink'})`;

/** The fill of a group of marks. */
export function groupColour(colouring: Colouring, group: number, theme: Theme): string {
  if (colouring.kind === 'values') return colourAt(theme, (2 * group) / (VALUE_GROUPS - 1) - 1);
  if (colouring.kind === 'series' && colouring.count === 1) return 'var(--ink-2)';
  return classColour(group);
}

/** The colour of a fit curve: the accent when there is one, else that of its series. */
export const curveColour = (output: number, count: number): string =>
  count === 1 ? 'var(--accent)' : classColour(output);
