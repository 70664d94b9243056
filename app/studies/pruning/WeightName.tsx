import { parameterName } from '../../../engine/network/parameterNames.ts';
import type { Topology } from '../../../engine/network/topology.ts';
import { parameterText } from '../../explorer/network/parameterTex.ts';
import styles from './Pruning.module.css';

export interface WeightNameProps {
  readonly topology: Topology;
  readonly index: number;
}

/** `w` with its layer above and its units below, quick enough for long tables; in words to who listens. */
export function WeightName({ topology, index }: WeightNameProps) {
  const { layer, j, source } = parameterName(topology, index);
  const kernel = source?.kernel;
  const place = kernel === undefined ? '' : `[${kernel.row + 1},${kernel.column + 1}]`;
  const skip = source !== null && source.layer !== layer - 1 ? `${source.layerName} ` : '';
  const from = source === null ? '0' : `${skip}${source.i + 1}${place}`;
  const text = parameterText(topology, index);
  return (
    <span className={styles.weight} title={text}>
      <span aria-hidden>
        <i>w</i>
        <span className={styles.scripts}>
          <span>({layer + 1})</span>
          <span>
            {j + 1},{from}
          </span>
        </span>
      </span>
      <span className="visually-hidden">{text}</span>
    </span>
  );
}
