import { useMemo } from 'react';
import { problemOf, sameProblem } from '../../compute/problemOf.ts';
import { Message } from '../../controls/Message.tsx';
import { useKept } from '../../lenses/useKept.ts';
import { useRuns } from '../../lenses/useRuns.ts';
import type { FollowingProps } from '../study.ts';
import { ErrorsView } from './ErrorsView.tsx';
import { EstimateTable } from './EstimateTable.tsx';
import styles from './Perturbation.module.css';
import { PerturbationControls } from './PerturbationControls.tsx';
import { perturbationNotes } from './perturbationWords.ts';
import { requestsOf } from './requests.ts';
import { WeightsView } from './WeightsView.tsx';

/** ∇E and Hv from random perturbations of the weights, and what an estimate of H saves. */
export default function PerturbationStudy({
  experiment,
  settings,
  onSettings,
}: FollowingProps<'perturbation'>) {
  const problem = problemOf(useKept(experiment, sameProblem));
  const { sigma, samples, direction, figure, seed } = settings;
  const requests = useMemo(
    () => requestsOf(problem, { sigma, samples, direction, figure, seed }),
    [problem, sigma, samples, direction, figure, seed],
  );
  const { results, busy, done, of, problem: failed } = useRuns('perturbation', requests);
  const last = results?.at(-1);
  const notes = busy ? [] : perturbationNotes(last, problem, settings);
  return (
    <div className={styles.study}>
      <PerturbationControls settings={settings} onSettings={onSettings} />
      {failed === null ? null : <Message tone="caution">{failed}</Message>}
      {results === null || last === undefined ? (
        <p className={styles.waiting}>
          {of > 1 ? `perturbing the weights, ${done} of ${of}…` : 'perturbing the weights…'}
        </p>
      ) : (
        <div className={styles.figure} aria-busy={busy}>
          {figure === 'weights' ? (
            <WeightsView reply={last} />
          ) : (
            <ErrorsView replies={results} settings={settings} />
          )}
          {figure === 'sigma' ? null : <EstimateTable reply={last} />}
        </div>
      )}
      {notes.map((note) => (
        <Message key={note} tone="info">
          {note}
        </Message>
      ))}
    </div>
  );
}
