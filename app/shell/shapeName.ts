import type { NetworkSpec } from '../../engine/experiment/problem.ts';

/** Units layer by layer: `2-6-5-1`. */
export const shapeName = ({ input, layers }: NetworkSpec): string =>
  [input.join('×'), ...layers.map(({ units }) => units)].join('-');
