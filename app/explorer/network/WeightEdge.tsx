import { memo } from 'react';
import styles from './NetworkGraph.module.css';
import { opacityOf, signOf, strengthOf, widthOf } from './weightScale.ts';
import { useExperiment } from '../../state/useLab.ts';

interface WeightEdgeProps {
  readonly index: number;
  readonly path: string;
  readonly scale: number;
}

/** One weight: its colour is the sign, its width the size. Drawn again only when it looks different. */
export const WeightEdge = memo(function WeightEdge({ index, path, scale }: WeightEdgeProps) {
  const strength = useExperiment((state) => strengthOf(state.experiment.parameters[index] ?? 0, scale));
  return (
    <path
      className={styles[signOf(strength)]}
      data-weight={index}
      d={path}
      strokeWidth={widthOf(strength)}
      strokeOpacity={opacityOf(strength)}
    />
  );
});
