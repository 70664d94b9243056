import { colourTable } from '../../charts/colourScale.ts';
import type { Theme } from '../../theme/theme.ts';
import { CLASS_COLOURS } from './classColours.ts';
import { type SurfacePalette, tintsOf } from './surfacePixels.ts';

/** The colours of the theme in force, ready for painting. */
export function surfacePalette(theme: Theme): SurfacePalette {
  const style = getComputedStyle(document.documentElement);
  const card = style.getPropertyValue('--card');
  return {
    classes: CLASS_COLOURS.map((name) => tintsOf(card, style.getPropertyValue(name))),
    values: colourTable(theme),
  };
}
