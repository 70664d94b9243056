import type { Topology } from '../../../engine/network/topology.ts';
import { Formula } from '../../controls/Formula.tsx';
import { formatNumber } from '../../controls/formatNumber.ts';
import { GRAPH, heightOf } from './columnPlaces.ts';
import { parameterTex } from './parameterTex.ts';
import type { Pointed } from './useWeightPointer.ts';
import styles from './WeightTip.module.css';
import { useExperiment } from '../../state/useLab.ts';

interface WeightTipProps {
  readonly topology: Topology;
  readonly pointed: Pointed;
}

/** Name and value of the weight under the pointer, live while it is dragged. */
export function WeightTip({ topology, pointed: { index, x, y } }: WeightTipProps) {
  const value = useExperiment((state) => state.experiment.parameters[index]);
  if (value === undefined || index >= topology.W) return null;
  const side = x > GRAPH.width / 2 ? styles.left : styles.right;
  return (
    <div
      className={`${styles.tip} ${side}`}
      style={{ left: `${(100 * x) / GRAPH.width}%`, top: `${(100 * y) / heightOf(topology)}%` }}
      aria-hidden
    >
      <Formula tex={parameterTex(topology, index)} /> = {formatNumber(value)}
    </div>
  );
}
