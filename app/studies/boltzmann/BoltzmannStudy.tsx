import { formatNumber } from '../../controls/formatNumber.ts';
import { Message } from '../../controls/Message.tsx';
import styles from '../Models.module.css';
import type { StudyProps } from '../study.ts';
import { BoltzmannControls } from './BoltzmannControls.tsx';
import { BoltzmannWeights } from './BoltzmannWeights.tsx';
import { DataTable } from './DataTable.tsx';
import { DerivativesTable } from './DerivativesTable.tsx';
import { ErrorsView, PairsView } from './SampledView.tsx';
import { useBoltzmann } from './useBoltzmann.ts';

/** A small Boltzmann machine: both phases, R{p}, gradient and Hv of the divergence, enumerated and sampled. */
export default function BoltzmannStudy(props: StudyProps<'boltzmann'>) {
  const { exact, sampled } = useBoltzmann(props.settings);
  const { result: reply } = exact;
  // While the number of units changes the two answers may be of different machines.
  const samples = sampled.results?.filter(({ values }) => values.free.length === reply?.weights.length) ?? [];
  const problem = exact.problem ?? sampled.problem;
  return (
    <>
      <BoltzmannControls {...props} />
      {problem === null ? null : <Message tone="caution">{problem}</Message>}
      {reply === null ? (
        <p className={styles.waiting}>going through all states…</p>
      ) : (
        <div className={styles.part} aria-busy={exact.busy || sampled.busy}>
          <p className={styles.note}>
            Divergence G = {formatNumber(reply.divergence, 4)} nats from the data to the machine; curvature
            along v, vᵀHv = {formatNumber(reply.curvature, 4)}
            {reply.curvature < 0 ? ', negative: with hidden units G is not convex' : ''}.
          </p>
          <div className={styles.pair}>
            <BoltzmannWeights {...props} reply={reply} />
            <PairsView {...props} reply={reply} sample={samples.at(-1) ?? null} />
          </div>
          <div className={styles.halves}>
            {samples.length === 0 ? (
              <p className={styles.waiting}>drawing states…</p>
            ) : (
              <ErrorsView reply={reply} samples={samples} />
            )}
            <section className={styles.part} aria-label="Derivatives and data">
              <h3 className={styles.title}>Derivatives and data</h3>
              <p className={styles.note}>
                Enumerated, and how far finite differences and the sample are from it, relatively.
              </p>
              <DerivativesTable reply={reply} sample={samples.at(-1) ?? null} />
              <DataTable reply={reply} states={props.settings.states} />
            </section>
          </div>
        </div>
      )}
    </>
  );
}
