import { Button } from '../../controls/Button.tsx';
import { Message } from '../../controls/Message.tsx';
import { Progress } from '../../lenses/Progress.tsx';
import { useKept } from '../../lenses/useKept.ts';
import { problemOf, sameProblem } from '../../compute/problemOf.ts';
import type { FollowingProps } from '../study.ts';
import { CurveView } from './CurveView.tsx';
import { PathView } from './PathView.tsx';
import styles from './Race.module.css';
import { RaceControls } from './RaceControls.tsx';
import { RaceTable } from './RaceTable.tsx';
import { raceNotes } from './raceWords.ts';
import { useLargest } from './useLargest.ts';
import { useRace } from './useRace.ts';
import { useRacePlane } from './useRacePlane.ts';

/** Optimisers from the present weights: curves, paths and how each ended. */
export default function RaceStudy(props: FollowingProps<'race'>) {
  const { settings, onSettings } = props;
  const problem = problemOf(useKept(props.experiment, sameProblem));
  const { runs, running, finished, done, of, problem: failed, start, cancel } = useRace(problem, settings);
  const { picture, problem: noPlane } = useRacePlane(runs, problem, settings, finished);
  const largest = useLargest(problem, runs);
  const notes = finished ? raceNotes(runs, settings, problem, largest) : [];
  const trouble = failed ?? noPlane;
  return (
    <div className={styles.race}>
      <p className={styles.note}>
        All start from the weights of the experiment above. Levenberg–Marquardt adapts its λ, Newton-CG always
        halves its steps; gradient descent and momentum never do.
      </p>
      <RaceControls settings={settings} onSettings={onSettings} />
      {running ? (
        <Progress label="Racing" done={done} of={of} onCancel={cancel} />
      ) : finished ? null : (
        <div>
          <Button tone="accent" onClick={start}>
            Race
          </Button>
        </div>
      )}
      {trouble === null ? null : <Message tone="caution">{trouble}</Message>}
      <div className={styles.figures} aria-busy={running}>
        {runs.length === 0 ? (
          <p className={styles.waiting}>{running ? 'racing…' : 'nothing has raced yet'}</p>
        ) : (
          <>
            <CurveView runs={runs} settings={settings} onSettings={onSettings} />
            <PathView {...props} picture={picture} />
          </>
        )}
      </div>
      <RaceTable
        problem={problem}
        methods={settings.methods}
        runs={runs}
        onMethods={(methods) => onSettings({ methods: [...methods] })}
      />
      {notes.map((note) => (
        <Message key={note} tone="info">
          {note}
        </Message>
      ))}
    </div>
  );
}
