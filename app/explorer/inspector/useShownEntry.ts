import type { Entry } from '../../state/selection.ts';
import type { Topology } from '../../../engine/network/topology.ts';
import { useSelection } from '../../state/useLab.ts';

/** The entry under the pointer, else the one that was kept; null when this network has none such. */
export function useShownEntry({ W }: Topology): Entry | null {
  const entry = useSelection((state) => state.hover ?? state.entry);
  return entry !== null && entry.row < W && entry.column < W ? entry : null;
}
