/** The list of optimisers. A new one is a file of its own, a line here and one in steps.ts. */
import { gradientDescent } from './gradientDescent.ts';
import { levenbergMarquardt } from './levenbergMarquardt.ts';
import type { Optimiser } from './optimiser.ts';

/** Every optimiser by its id, in the order of menus. */
export const optimisers = {
  'gradient-descent': gradientDescent,
  'levenberg-marquardt': levenbergMarquardt,
} satisfies Record<string, Optimiser>;

export type OptimiserId = keyof typeof optimisers;

/** What the page says of an optimiser. */
export const optimiserOf = (id: OptimiserId): Optimiser => optimisers[id];

/** All ids, in the order of menus. */
export const optimiserIds = Object.keys(optimisers) as readonly OptimiserId[];
