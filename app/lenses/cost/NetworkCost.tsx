import { useMemo, useState } from 'react';
import type { Experiment } from '../../../engine/experiment/document.ts';
import type { MeasureRequest } from '../../../workers/protocol.ts';
import { problemOf } from '../../compute/problemOf.ts';
import { Button } from '../../controls/Button.tsx';
import { formatCount } from '../../controls/formatCount.ts';
import { Message } from '../../controls/Message.tsx';
import { Progress } from '../Progress.tsx';
import { useRuns } from '../useRuns.ts';
import { useSeries } from '../useSeries.ts';
import styles from './Cost.module.css';
import { costSentence } from './costSentence.ts';
import { CostTable } from './CostTable.tsx';
import { rowsOf, splitMethods } from './rows.ts';

/** Time for one method. */
const BUDGET_MILLISECONDS = 300;

/** What every method costs for this network: counted at once, measured on demand. */
export function NetworkCost({ experiment }: { readonly experiment: Experiment }) {
  const { possible, refused } = useMemo(() => splitMethods(experiment), [experiment]);
  const requests = useMemo(
    () =>
      (budgetMilliseconds: number): readonly MeasureRequest[] =>
        possible.map(({ method }) => ({ problem: problemOf(experiment), method, budgetMilliseconds })),
    [possible, experiment],
  );
  // Without a budget nothing is run: that leaves the count.
  const counts = useRuns(
    'measure',
    useMemo(() => requests(0), [requests]),
  );
  const series = useSeries('measure');
  const [measuredFor, setMeasuredFor] = useState<Experiment | null>(null);
  const own = measuredFor === experiment;
  const measured = useMemo(
    () =>
      new Map(
        own
          ? series.results.flatMap((result, k) => {
              const method = possible[k]?.method;
              return method === undefined ? [] : [[method, result] as const];
            })
          : [],
      ),
    [own, series.results, possible],
  );
  const rows = useMemo(
    () => rowsOf(possible, counts.results ?? [], measured),
    [possible, counts.results, measured],
  );
  const sentence = costSentence(rows);
  const running = series.running && own;
  return (
    <>
      <p className={styles.note}>
        Multiplications and additions for W = {formatCount(experiment.parameters.length)} and N ={' '}
        {formatCount(problemOf(experiment).batch.N)}, counted from the formulas. Times are the median of some
        runs in one worker, each from fresh passes; let the page rest meanwhile.
      </p>
      {series.problem === null ? null : <Message tone="caution">{series.problem}</Message>}
      {running ? (
        <Progress
          label={`Measuring, ${series.results.length} of ${possible.length}`}
          done={series.results.length}
          of={possible.length}
          onCancel={series.cancel}
        />
      ) : (
        <div className={styles.toolbar}>
          <Button
            tone={measured.size === 0 ? 'accent' : 'plain'}
            onClick={() => {
              setMeasuredFor(experiment);
              series.start(requests(BUDGET_MILLISECONDS));
            }}
          >
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
