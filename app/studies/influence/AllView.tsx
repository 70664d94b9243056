import { useMemo } from 'react';
import type { Problem } from '../../../engine/experiment/problem.ts';
import type { InfluenceReply } from '../../../workers/protocol/influence.ts';
import { Figure } from '../../charts/Figure.tsx';
import { useInk } from '../../charts/ink.ts';
import { Button } from '../../controls/Button.tsx';
import { formatNumber } from '../../controls/formatNumber.ts';
import { Message } from '../../controls/Message.tsx';
import { cycle, useSeriesColours } from '../../lenses/differences/seriesColours.ts';
import { Progress } from '../../lenses/Progress.tsx';
import styles from '../pruning/Pruning.module.css';
import { allFacts } from './allFacts.ts';
import { AllTable } from './AllTable.tsx';
import { pairFigure } from './pairFigure.ts';
import { MOST_PATTERNS, patternName, useAllRemovals } from './useAllRemovals.ts';

export interface AllViewProps {
  readonly problem: Problem;
  readonly reply: InfluenceReply;
  readonly pattern: number;
  readonly onPattern: (pattern: number) => void;
}

/** Every pattern removed in its turn: the predicted rise of its own error against that of really retraining. */
export function AllView({ problem, reply, pattern, onPattern }: AllViewProps) {
  const { begin, cancel, running, failure, pairs, patterns, results } = useAllRemovals(problem, reply);
  const ink = useInk();
  const color = cycle(useSeriesColours(), 0);
  const chosen = patternName(pattern);
  const { traces, layout } = useMemo(
    () =>
      pairFigure(
        pairs,
        chosen,
        { x: 'predicted rise of its own error', y: 'true rise', log: true },
        color,
        ink,
      ),
    [pairs, chosen, color, ink],
  );
  const facts = allFacts(pairs);
  const { N } = problem.batch;
  const unrested = results.filter(({ status }) => status !== 'rest').length;
  const choose = (name: string | undefined): void => {
    const n = patterns.find((one) => patternName(one) === name);
    if (n !== undefined) onPattern(n);
  };
  const drawn = pairs.filter(({ predicted, truth }) => predicted > 0 && truth > 0);
  return (
    <>
      {failure === null ? null : <Message tone="caution">{failure}</Message>}
      {running ? (
        <Progress
          label={`Retraining without ${pairs.length + 1} of ${patterns.length}`}
          done={pairs.length}
          of={patterns.length}
          onCancel={cancel}
        />
      ) : pairs.length < patterns.length ? (
        <div>
          <Button tone="accent" onClick={begin}>
            Retrain without each pattern
          </Button>
        </div>
      ) : null}
      <p className={styles.note}>
        Each pattern is removed in its turn, and the network trained again from the present weights. Its own
        error then grows: nothing holds the fit there any more.
        {N > MOST_PATTERNS ? ` Only the ${MOST_PATTERNS} of largest predicted influence are tried.` : ''}
      </p>
      {pairs.length === 0 ? null : (
        <div className={styles.figure} aria-busy={running}>
          <Figure
            traces={traces}
            layout={layout}
            height={380}
            label={`Predicted against true rise of the pattern’s own error for ${pairs.length} patterns: rank correlation ${formatNumber(facts.correlation, 2)}, the truth is ${formatNumber(facts.factor, 3)} times the prediction in the median.`}
            onPoint={({ trace, point }) => {
              if (trace === 0) choose(drawn[point]?.name);
            }}
          />
          <p className={styles.note}>
            {pairs.length} patterns: rank correlation {formatNumber(facts.correlation, 2)}, the truth is{' '}
            {formatNumber(facts.factor, 3)} times the prediction in the median, and{' '}
            {formatNumber(facts.worst, 3)} times at most.
            {unrested > 0 ? ` ${unrested} had not come to rest.` : ''}
            {drawn.length < pairs.length
              ? ` ${pairs.length - drawn.length} with a number that is not above zero are not drawn.`
              : ''}
          </p>
          <AllTable pairs={pairs} chosen={chosen} onChoose={choose} />
        </div>
      )}
    </>
  );
}
