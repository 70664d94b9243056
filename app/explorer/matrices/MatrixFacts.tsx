import { type MatrixId, matrixOf } from '../../../engine/curvature/index.ts';
import { formatTime } from '../../charts/formatTime.ts';
import { formatPercent } from '../../charts/percent.ts';
import { Formula } from '../../controls/Formula.tsx';
import { formatNumber } from '../../controls/formatNumber.ts';
import { definitenessOf, definitenessWords } from './definiteness.ts';
import styles from './MatrixFacts.module.css';
import { useRestedResults } from './restedResults.ts';
import { sameProblem } from '../../compute/problemOf.ts';

const tones = { positive: styles.good, negative: styles.caution, indefinite: styles.caution };

/** Under a matrix: its error against exact, its smallest eigenvalue, and what it cost. */
export function MatrixFacts({ id }: { readonly id: MatrixId }) {
  const { snapshot, spectra } = useRestedResults();
  const matrix = snapshot?.value.matrices[id];
  const extremes = spectra?.value[id];
  const fresh = snapshot !== null && spectra !== null && sameProblem(snapshot.experiment, spectra.experiment);
  const definiteness = extremes === undefined ? null : definitenessOf(extremes);
  const tone = definiteness === null ? '' : tones[definiteness];
  const age = fresh ? '' : styles.older;
  const operations =
    matrix === undefined ? '' : `${formatNumber(matrix.operations, 3)} multiplications and additions`;
  return (
    <dl className={styles.facts}>
      <div className={styles.fact}>
        <dt>{matrixOf(id).role === 'part' ? 'share of ‖H‖' : 'error ‖·−H‖ / ‖H‖'}</dt>
        <dd>
          {matrix === undefined || matrixOf(id).role === 'exact' ? '—' : formatPercent(matrix.relativeError)}
        </dd>
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
          <Formula tex={matrixOf(id).cost} />
          {matrix === undefined ? '' : ` · ${formatTime(matrix.milliseconds)}`}
        </dd>
      </div>
    </dl>
  );
}
