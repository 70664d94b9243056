import { useMemo } from 'react';
import type { ModelStep, StepsRequest } from '../../../workers/protocol/solve.ts';
import { Figure } from '../../charts/Figure.tsx';
import { useInk } from '../../charts/ink.ts';
import { problemOf, sameProblem } from '../../compute/problemOf.ts';
import { Button } from '../../controls/Button.tsx';
import { formatNumber } from '../../controls/formatNumber.ts';
import { Message } from '../../controls/Message.tsx';
import { useSeriesColours } from '../../lenses/differences/seriesColours.ts';
import { useKept } from '../../lenses/useKept.ts';
import { useTask } from '../../lenses/useTask.ts';
import { sentence } from '../../controls/sentence.ts';
import { moveTo } from '../minimum/useMinimum.ts';
import type { FollowingProps } from '../study.ts';
import styles from './Solve.module.css';
import { stepsFigure } from './stepsFigure.ts';
import { StepTable } from './StepTable.tsx';
import { dampingSentence, stepNote, stepsSentence } from './stepWords.ts';

/** Newton's, Gauss–Newton's and Levenberg–Marquardt's step from the weights at hand. */
export function StepsView({ experiment, settings, onSettings, onEdit }: FollowingProps<'solve'>) {
  const { damping } = settings;
  const posed = useKept(experiment, sameProblem);
  const request = useMemo((): StepsRequest => ({ problem: problemOf(posed), damping }), [posed, damping]);
  const { result, answered, busy, problem } = useTask('solveSteps', request);
  const ink = useInk();
  const colours = useSeriesColours();
  const { traces, layout } = useMemo(
    () => (result === null ? { traces: [], layout: {} } : stepsFigure(result, { colours, ink })),
    [result, colours, ink],
  );
  const failed = problem === null ? (result?.refused ?? null) : sentence(problem);
  if (failed !== null) return <Message tone="info">{failed}</Message>;
  if (result === null || answered === null) return <p className={styles.waiting}>computing…</p>;
  const { error, gradientNorm, steps, nextDamping } = result;
  const from = answered.problem;
  const take = ({ d }: ModelStep): void => {
    if (d === null) return;
    const parameters = from.parameters.map((weight, q) => weight + (d[q] ?? NaN));
    onEdit(moveTo(from, parameters));
  };
  const next = Math.min(1e6, Number(nextDamping.toPrecision(3)));
  return (
    <div className={styles.view} aria-busy={busy}>
      {steps.map((step) => {
        const note = stepNote(step, error);
        return note === null ? null : (
          <Message key={step.id} tone="info">
            {note}
          </Message>
        );
      })}
      <p className={styles.note}>
        E = {formatNumber(error, 5)}, ‖∇E‖ = {formatNumber(gradientNorm, 3)}. Solid: the true error along each
        step; dotted: what its quadratic model believes; the dots are at the whole step.
      </p>
      <Figure traces={traces} layout={layout} height={360} label={stepsSentence(result)} />
      <StepTable reply={result} colours={colours} onTake={take} />
      <Message
        tone="info"
        action={
          next === damping || Number.isNaN(next) ? undefined : (
            <Button onClick={() => onSettings({ damping: next })}>Set λ to {formatNumber(next, 3)}</Button>
          )
        }
      >
        {dampingSentence(result, answered.damping)}
      </Message>
    </div>
  );
}
