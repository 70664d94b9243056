import type { NetworkSpec } from '../../../engine/experiment/problem.ts';
import { INPUT } from '../../../engine/network/topology.ts';
import { readsImage } from '../../state/edits/newLayer.ts';

/**
 * Whether a layer reads an earlier one: `fixed` when it is the only one it reads, `none` when it can't. A layer
 * that reads a single image reads that `only`, or could read another `instead`.
 */
export type Connection = 'on' | 'off' | 'fixed' | 'none' | 'only' | 'instead';

/** Row `from`: the inputs and every layer but the output; a cell per layer, in order. */
export interface ConnectionRow {
  readonly from: string;
  readonly cells: readonly { readonly to: string; readonly connection: Connection }[];
}

export function connectionRows({ layers }: NetworkSpec): ConnectionRow[] {
  const sources = [INPUT, ...layers.slice(0, -1).map((layer) => layer.name)];
  return sources.map((from, source) => ({
    from,
    cells: layers.map(({ name, kind, from: reads }, index) => {
      const connection = (): Connection => {
        if (index < source) return 'none';
        if (readsImage(kind)) return reads.includes(from) ? 'only' : 'instead';
        if (!reads.includes(from)) return 'off';
        return reads.length === 1 ? 'fixed' : 'on';
      };
      return { to: name, connection: connection() };
    }),
  }));
}
