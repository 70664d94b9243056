import { useMemo } from 'react';
import type { Experiment } from '../../../engine/experiment/document.ts';
import { problemOf } from '../../compute/problemOf.ts';
import { Button } from '../../controls/Button.tsx';
import { formatCount } from '../../controls/formatCount.ts';
import { Message } from '../../controls/Message.tsx';
import { Progress } from '../Progress.tsx';
import { useRuns } from '../useRuns.ts';
import styles from './Cost.module.css';
import { costSentence } from './costSentence.ts';
import { CostTable } from './CostTable.tsx';
import { rowsOf, splitMethods } from './rows.ts';
import { requestsFor, useMeasured } from './useMeasured.ts';

/** What every method costs for this network: counted at once, measured on demand. */
export function NetworkCost({ experiment }: { readonly experiment: Experiment }) {
  const { possible, refused } = useMemo(() => splitMethods(experiment), [experiment]);
  // Without a budget nothing is run: that leaves the count.
  const counts = useRuns(
    'measure',
    useMemo(() => requestsFor(experiment, possible, 0), [experiment, possible]),
  );
  const { measured, running, done, problem, start, cancel } = useMeasured(experiment, possible);
  const rows = useMemo(
    () => rowsOf(possible, counts.results ?? [], measured),
    [possible, counts.results, measured],
  );
  const sentence = costSentence(rows);
  return (
    <>
      <p className={styles.note}>
        Multiplications and additions for W = {formatCount(experiment.parameters.length)} and N ={' '}
        {formatCount(problemOf(experiment).batch.N)}, counted from the formulas. Times are the median of some
        runs in one worker, each from fresh passes; let the page rest meanwhile.
      </p>
      {problem === null ? null : <Message tone="caution">{problem}</Message>}
      {running ? (
        <Progress
          label={`Measuring, ${done} of ${possible.length}`}
          done={done}
          of={possible.length}
          onCancel={cancel}
        />
      ) : (
        <div className={styles.toolbar}>
          <Button tone={measured.size === 0 ? 'accent' : 'plain'} onClick={start}>
            {measured.size === 0 ? 'Measure' : 'Measure again'}
          </Button>
        </div>
      )}
      {sentence === null ? null : <p className={styles.claim}>{sentence}</p>}
      {counts.results === null ? <p className={styles.note}>counting…</p> : <CostTable rows={rows} />}
      {refused.map(({ labels, why }) => (
        <p className={styles.note} key={why}>
          Not for this network: {labels.join(', ')} ({why}).
        </p>
      ))}
    </>
  );
}
