import { useMemo } from 'react';
import { problemOf, sameProblem } from '../../compute/problemOf.ts';
import { Button } from '../../controls/Button.tsx';
import { Message } from '../../controls/Message.tsx';
import { Progress } from '../../lenses/Progress.tsx';
import { useKept } from '../../lenses/useKept.ts';
import { useLasting } from '../../lenses/useLasting.ts';
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
  const runs = useRuns('perturbation', requests);
  const { results, busy, done, of, stopped, problem: failed, cancel, goOn } = runs;
  const takesLong = useLasting(busy && of > 1);
  const last = results?.at(-1);
  const notes = busy ? [] : perturbationNotes(last, problem, settings);
  return (
    <div className={styles.study}>
      <PerturbationControls settings={settings} onSettings={onSettings} />
      {failed === null ? null : <Message tone="caution">{failed}</Message>}
      {takesLong ? (
        <Progress label={`Point ${done + 1} of ${of}`} done={done} of={of} onCancel={cancel} />
      ) : null}
      {stopped ? (
        <Message tone="info" action={<Button onClick={goOn}>Go on</Button>}>
          Stopped after {done} of {of} points.
        </Message>
      ) : null}
      {results === null || last === undefined ? (
        <p className={styles.waiting}>{busy ? 'perturbing the weights…' : ''}</p>
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
