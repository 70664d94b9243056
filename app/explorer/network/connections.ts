import type { NetworkSpec } from '../../../engine/experiment/problem.ts';
import { INPUT } from '../../../engine/network/topology.ts';

/** Whether a layer reads an earlier one: `fixed` when it is the only one it reads, `none` when it can't. */
export type Connection = 'on' | 'off' | 'fixed' | 'none';

/** Row `from`: the inputs and every layer but the output; a cell per layer, in order. */
export interface ConnectionRow {
  readonly from: string;
  readonly cells: readonly { readonly to: string; readonly connection: Connection }[];
}

export function connectionRows({ layers }: NetworkSpec): ConnectionRow[] {
  const sources = [INPUT, ...layers.slice(0, -1).map((layer) => layer.name)];
  return sources.map((from, source) => ({
    from,
    cells: layers.map(({ name, from: reads }, index) => {
      const connection = (): Connection => {
        if (index < source) return 'none';
        if (!reads.includes(from)) return 'off';
        return reads.length === 1 ? 'fixed' : 'on';
      };
      return { to: name, connection: connection() };
    }),
  }));
}
