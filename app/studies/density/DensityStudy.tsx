import { Button } from '../../controls/Button.tsx';
import { Message } from '../../controls/Message.tsx';
import { Progress } from '../../lenses/Progress.tsx';
import { sentence } from '../../controls/sentence.ts';
import type { FollowingProps } from '../study.ts';
import styles from './Density.module.css';
import { DensityControls } from './DensityControls.tsx';
import { DensityView } from './DensityView.tsx';
import { useDensity } from './useDensity.ts';

/** Density of eigenvalues, trace and log-determinant from products alone, beside the exact ones. */
export default function DensityStudy({ settings, onSettings, experiment }: FollowingProps<'density'>) {
  const { course, estimate, done, running, problem, cancel, goOn } = useDensity(experiment, settings);
  const refused = course?.reply.refused ?? null;
  const wanted = course?.probes ?? settings.probes;
  const missing = course !== null && refused === null && done < wanted;
  return (
    <>
      <DensityControls settings={settings} onSettings={onSettings} />
      {problem === null ? null : <Message tone="caution">{sentence(problem)}</Message>}
      {refused === null ? null : <Message tone="info">{refused}</Message>}
      {running && missing ? (
        <Progress label={`Probe ${done + 1} of ${wanted}`} done={done} of={wanted} onCancel={cancel} />
      ) : null}
      {!running && missing ? (
        <Message tone="info" action={<Button onClick={goOn}>Go on</Button>}>
          {done} of {wanted} probes have been drawn.
        </Message>
      ) : null}
      {course === null || estimate === null ? (
        refused === null && problem === null ? (
          <p className={styles.waiting}>computing…</p>
        ) : null
      ) : (
        <DensityView
          reply={course.reply}
          estimate={estimate}
          steps={course.request.steps}
          damping={course.request.damping}
          busy={running}
          onDamping={(damping) => onSettings({ damping })}
        />
      )}
    </>
  );
}
