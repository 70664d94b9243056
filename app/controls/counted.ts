import { formatCount } from './formatCount.ts';

/** A count and its noun: `1 unit`, `2 matrices`. */
export const counted = (count: number, noun: string, several = `${noun}s`): string =>
  `${formatCount(count)} ${count === 1 ? noun : several}`;
