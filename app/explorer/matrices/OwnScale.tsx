import type { MatrixId } from '../../../engine/curvature/index.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import styles from './OwnScale.module.css';
import { useRestedResults } from './restedResults.ts';
import { useExperiment } from '../../state/useLab.ts';

/** The ends of a matrix's own colour scale, while each has its own. */
export function OwnScale({ id }: { readonly id: MatrixId }) {
  const each = useExperiment((state) => state.experiment.view.scale === 'each');
  const matrix = useRestedResults().snapshot?.value.matrices[id];
  if (!each || matrix === undefined) return null;
  return (
    <span className={styles.scale} title="The ends of this matrix's own colour scale">
      ±{formatNumber(matrix.largest, 3)}
    </span>
  );
}
