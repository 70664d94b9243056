import { Button } from '../../controls/Button.tsx';
import { formatCount } from '../../controls/formatCount.ts';
import { Message } from '../../controls/Message.tsx';
import { Progress } from '../Progress.tsx';
import { agreementNote, longNote } from './runNotes.ts';
import type { Moments } from './useMoments.ts';
import type { RunState } from './useRun.ts';

/** How far the run and its matrices are computed, what is left, and what is not certain. */
export function RunNotes({
  run,
  now,
  W,
}: {
  readonly run: RunState;
  readonly now: Moments;
  readonly W: number;
}) {
  const of = now.moments.length;
  const known = of - now.missing;
  const times = now.moments.flatMap((moment) => (moment === null ? [] : [moment.milliseconds]));
  const mean = times.reduce((sum, time) => sum + time, 0) / Math.max(times.length, 1);
  return (
    <>
      {[run.problem, now.problem].flatMap((problem) =>
        problem === null
          ? []
          : [
              <Message key={problem} tone="caution">
                {problem}
              </Message>,
            ],
      )}
      {run.agreement === null ? null : (
        <Message tone={run.agreement.kind === 'parted' ? 'caution' : 'info'}>
          {agreementNote(run.agreement)}
        </Message>
      )}
      {run.cancelled ? (
        <Message tone="info" action={<Button onClick={run.goOn}>Make it again</Button>}>
          This run was not recorded here: only the present point is shown.
        </Message>
      ) : null}
      {now.stopped === null ? null : (
        <Message tone="info" action={<Button onClick={now.goOn}>Compute the rest</Button>}>
          {longNote(known, of, mean, W)}
        </Message>
      )}
      {run.making === null ? null : (
        <Progress
          label={`Making the run again, step ${formatCount(run.making.step)} of ${formatCount(run.making.until)}`}
          done={run.making.step}
          of={run.making.until}
          onCancel={run.cancel}
        />
      )}
      {run.making === null && now.running && now.missing > 0 ? (
        <Progress
          label={`Computing the matrices, ${known} of ${of} points`}
          done={known}
          of={of}
          onCancel={now.cancel}
        />
      ) : null}
    </>
  );
}
