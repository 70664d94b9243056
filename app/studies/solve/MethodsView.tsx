import { useMemo } from 'react';
import type { SolveRequest } from '../../../workers/protocol/solve.ts';
import { Figure } from '../../charts/Figure.tsx';
import { useInk } from '../../charts/ink.ts';
import { problemOf, sameProblem } from '../../compute/problemOf.ts';
import { Button } from '../../controls/Button.tsx';
import { formatCount } from '../../controls/formatCount.ts';
import { Message } from '../../controls/Message.tsx';
import { sentence } from '../../controls/sentence.ts';
import { useSeriesColours } from '../../lenses/differences/seriesColours.ts';
import { useKept } from '../../lenses/useKept.ts';
import { useTask } from '../../lenses/useTask.ts';
import type { FollowingProps } from '../study.ts';
import { curvesFigure } from './curvesFigure.ts';
import { enoughDamping } from './enoughDamping.ts';
import { MethodTable } from './MethodTable.tsx';
import styles from './Solve.module.css';
import {
  conditionSentence,
  curvatureSentence,
  curvesSentence,
  definiteSentence,
  systemName,
} from './solveWords.ts';
import { SystemFacts } from './SystemFacts.tsx';

type MethodsViewProps = Pick<FollowingProps<'solve'>, 'experiment' | 'settings' | 'onSettings'>;

/** One system by every method: curves, a table, and why some of them end early. */
export function MethodsView({ experiment, settings, onSettings }: MethodsViewProps) {
  const { matrix, damping, scale, products, against } = settings;
  const posed = useKept(experiment, sameProblem);
  const request = useMemo(
    (): SolveRequest => ({ problem: problemOf(posed), matrix, damping, scale, products }),
    [posed, matrix, damping, scale, products],
  );
  const { result, answered, busy, problem } = useTask('solve', request);
  const ink = useInk();
  const colours = useSeriesColours();
  const solved = result?.solved ?? null;
  const { traces, layout } = useMemo(
    () => (solved === null ? { traces: [], layout: {} } : curvesFigure(solved, against, { colours, ink })),
    [solved, against, colours, ink],
  );
  const failed = problem ?? result?.refused ?? null;
  if (solved === null || answered === null || failed !== null) {
    if (failed === null) return <p className={styles.waiting}>computing…</p>;
    return <Message tone="info">{problem === null ? failed : sentence(problem)}</Message>;
  }
  const name = systemName(answered.matrix, answered.damping);
  const definite = definiteSentence(name, solved);
  const enough = enoughDamping(solved);
  const curvature = curvatureSentence(solved);
  const unmeasured = against === 'error' && solved.runs.every(({ errors }) => errors.length === 0);
  return (
    <div className={styles.view} aria-busy={busy}>
      {definite === null ? null : (
        <Message
          tone="info"
          action={<Button onClick={() => onSettings({ damping: enough })}>Set λ to {String(enough)}</Button>}
        >
          {definite}
        </Message>
      )}
      {curvature === null ? null : <Message tone="info">{curvature}</Message>}
      {solved.products < products ? (
        <Message tone="info">
          For a network and data of this size each method is given {formatCount(solved.products)} products
          instead of {formatCount(products)}.
        </Message>
      ) : null}
      <p className={styles.note}>{conditionSentence(solved)}</p>
      {unmeasured ? (
        <Message tone="info">
          There is no direct solution to measure errors from. The residuals need none.
        </Message>
      ) : (
        <Figure traces={traces} layout={layout} height={380} label={curvesSentence(solved)} />
      )}
      <MethodTable solved={solved} colours={colours} ink={ink.ink} />
      <SystemFacts solved={solved} />
    </div>
  );
}
