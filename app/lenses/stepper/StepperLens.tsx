import { useId, useMemo, useState } from 'react';
import type { LensSettings } from '../../../engine/experiment/lenses.ts';
import { Message } from '../../controls/Message.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { DirectionFields } from '../../explorer/direction/DirectionFields.tsx';
import { batchFor } from '../../state/batch.ts';
import { setPattern } from '../../state/edits/lens.ts';
import type { LensProps } from '../lens.ts';
import { tooLargeToDraw } from './cardLayout.ts';
import { NetworkStage } from './NetworkStage.tsx';
import { OperationCount } from './OperationCount.tsx';
import { PatternField } from './PatternField.tsx';
import { PhaseBar } from './PhaseBar.tsx';
import { phaseRuns } from './phases.ts';
import { ResultView } from './ResultView.tsx';
import { StepControls } from './StepControls.tsx';
import { StepEquation } from './StepEquation.tsx';
import { stepKeys } from './stepKeys.ts';
import styles from './StepperLens.module.css';
import { StepTable } from './StepTable.tsx';
import { usePlay, type Speed } from './usePlay.ts';
import { type Traced, useTrace } from './useTrace.ts';

const GESTURE = 'stepper';

const figures = [
  { value: 'network', label: 'Network' },
  { value: 'table', label: 'Table' },
] as const;

const KEYS = {
  network:
    'Keys, with the figure in focus: ← → step, Home and End go to the first and the last, Space plays.',
  table: 'Keys, with the slider in focus: ← → step, Home and End go to the first and the last.',
} as const;

interface StepsProps {
  readonly traced: Traced;
  readonly step: number;
  readonly goTo: (step: number) => void;
  readonly figure: StepperFigure;
  readonly onFigure: (figure: StepperFigure) => void;
}

type StepperFigure = NonNullable<LensSettings['stepper']['figure']>;

/** The steps themselves: controls, the equation, the network or a table, counts and the end. */
function Steps({ traced, step, goTo, figure, onFigure }: StepsProps) {
  const [speed, setSpeed] = useState<Speed>('medium');
  const last = traced.trace.steps.length;
  const runs = useMemo(() => phaseRuns(traced.trace), [traced.trace]);
  const play = usePlay(step, last, goTo, speed);
  const byHand = (to: number): void => {
    play.stop();
    goTo(to);
  };
  const tooLarge = tooLargeToDraw(traced.topology);
  const drawn = tooLarge === null && figure === 'network';
  return (
    <>
      <div className={styles.moves}>
        <StepControls step={step} last={last} goTo={byHand} play={play} speed={speed} onSpeed={setSpeed} />
        <PhaseBar runs={runs} step={step} goTo={byHand}>
          {tooLarge === null ? (
            <Segmented label="Figure" value={figure} options={figures} onChange={onFigure} />
          ) : null}
        </PhaseBar>
      </div>
      <div className={styles.view}>
        <div className={styles.figure}>
          {tooLarge === null ? null : (
            <Message tone="info">{tooLarge}. The table shows the same steps.</Message>
          )}
          {drawn ? (
            <NetworkStage traced={traced} step={step} onKeyDown={stepKeys(step, last, byHand, play.toggle)} />
          ) : (
            <StepTable traced={traced} step={step} />
          )}
          <p className={styles.hint}>{drawn ? KEYS.network : KEYS.table}</p>
        </div>
        <div className={styles.said}>
          <StepEquation traced={traced} step={step} />
          <OperationCount traced={traced} step={step} />
        </div>
      </div>
      <ResultView traced={traced} step={step} />
    </>
  );
}

/** R{backprop} of one pattern, unit by unit. */
export default function StepperLens({ experiment, settings, onSettings, onEdit }: LensProps<'stepper'>) {
  const { N } = batchFor(experiment.data);
  const pattern = Math.min(experiment.view.pattern ?? 0, N - 1);
  const { traced, problem } = useTrace(experiment, pattern);
  const directionId = useId();
  return (
    <div className={styles.lens}>
      <div className={styles.choices}>
        <PatternField pattern={pattern} N={N} onPattern={(to) => onEdit(setPattern(to), 'pattern')} />
        <div className={styles.direction} role="group" aria-labelledby={directionId}>
          <span className={styles.of} id={directionId}>
            Direction v
          </span>
          <DirectionFields
            direction={experiment.direction}
            W={experiment.parameters.length}
            parameter={experiment.view.parameter ?? null}
            onEdit={onEdit}
          />
        </div>
      </div>
      {problem === null ? null : <Message tone="info">{problem}</Message>}
      {traced === null ? (
        problem === null ? (
          <p className={styles.loading}>computing…</p>
        ) : null
      ) : (
        <Steps
          traced={traced}
          step={Math.min(settings.step, traced.trace.steps.length)}
          goTo={(step) => onSettings({ step }, GESTURE)}
          figure={settings.figure ?? 'network'}
          onFigure={(figure) => onSettings({ figure })}
        />
      )}
    </div>
  );
}
