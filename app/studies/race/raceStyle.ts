import type { FilledSymbol } from '../../charts/figure/spec.ts';
import { racerIds, type RacerId } from '../../../engine/uses/race/index.ts';
import { cycle, symbols } from '../../lenses/differences/seriesColours.ts';

/** The same colour and mark for a method wherever it is drawn. */
export const colourOf = (colours: readonly string[], id: RacerId): string =>
  cycle(colours, racerIds.indexOf(id));

export const markOf = (id: RacerId): FilledSymbol => cycle(symbols, racerIds.indexOf(id));
