import { type MatrixId, matrixOf } from '../../../engine/curvature/index.ts';
import type { MatrixResult } from '../../../workers/protocol.ts';
import { sameMatrix } from '../../compute/problemOf.ts';
import { formatTime } from '../../charts/formatTime.ts';
import { formatPercent } from '../../charts/percent.ts';
import { Formula } from '../../controls/Formula.tsx';
import { formatNumber } from '../../controls/formatNumber.ts';
import { definitenessOf, definitenessWords } from './definiteness.ts';
import styles from './MatrixFacts.module.css';
import { useRestedResults } from './restedResults.ts';

const tones = { positive: styles.good, negative: styles.caution, indefinite: styles.caution };

const comparisons = {
  exact: 'difference ‖·−H‖ / ‖H‖',
  approximation: 'error ‖·−H‖ / ‖H‖',
  part: 'share of ‖H‖',
} as const;

/** How a matrix is held against H; the Hessian itself against nothing, another way to it by its rounding. */
function comparisonOf(id: MatrixId, matrix: MatrixResult | undefined): string {
  if (matrix === undefined || id === 'exact') return '—';
  const { relativeError } = matrix;
  return matrixOf(id).role === 'exact' ? formatNumber(relativeError, 2) : formatPercent(relativeError);
}

export interface MatrixFactsProps {
  readonly id: MatrixId;
  /** Nothing is known: the matrix does not exist for this network and loss. */
  readonly blank?: boolean;
}

/** Under a matrix: its error against exact, its smallest eigenvalue, and what it cost. */
export function MatrixFacts({ id, blank = false }: MatrixFactsProps) {
  const { snapshot, spectra } = useRestedResults();
  const matrix = blank ? undefined : snapshot?.value.matrices[id];
  const extremes = blank ? undefined : spectra?.value[id];
  const fresh =
    snapshot !== null && spectra !== null && sameMatrix(id, snapshot.experiment, spectra.experiment);
  const definiteness = extremes === undefined ? null : definitenessOf(extremes);
  const tone = definiteness === null ? '' : tones[definiteness];
  const age = fresh ? '' : styles.older;
  const operations =
    matrix === undefined ? '' : `${formatNumber(matrix.operations, 3)} multiplications and additions`;
  const { role, cost } = matrixOf(id);
  return (
    <dl className={styles.facts}>
      <div className={styles.fact}>
        <dt>{comparisons[id === 'exact' ? 'approximation' : role]}</dt>
        <dd>{comparisonOf(id, matrix)}</dd>
      </div>
      <div className={styles.fact}>
        <dt>smallest eigenvalue</dt>
        <dd className={`${tone} ${age}`}>
          {extremes === undefined ? '—' : formatNumber(extremes.smallest, 3)}
        </dd>
      </div>
      <div className={styles.fact}>
        <dt className={`${tone} ${age}`}>{definiteness === null ? '' : definitenessWords[definiteness]}</dt>
        <dd className={styles.cost} title={operations}>
          <span>{matrix === undefined ? '' : formatTime(matrix.milliseconds)}</span>
          <span>
            <Formula tex={cost} />
            {matrix === undefined ? '' : ' ·\u00a0'}
          </span>
        </dd>
      </div>
    </dl>
  );
}
