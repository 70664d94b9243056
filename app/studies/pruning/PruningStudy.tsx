import { useMemo } from 'react';
import { topologyOf } from '../../../engine/network/topology.ts';
import type { PredictionsRequest } from '../../../workers/protocol/pruning.ts';
import { problemOf, sameProblem } from '../../compute/problemOf.ts';
import { Message } from '../../controls/Message.tsx';
import { useKept } from '../../lenses/useKept.ts';
import { useTask } from '../../lenses/useTask.ts';
import { MinimumNote } from '../minimum/MinimumNote.tsx';
import type { FollowingProps } from '../study.ts';
import { gradientShare } from './predictionsFacts.ts';
import { PredictionsView } from './PredictionsView.tsx';
import styles from './Pruning.module.css';
import { PruningControls } from './PruningControls.tsx';
import { gradientSentence, reasonSentence } from './pruningWords.ts';
import { RaceView } from './RaceView.tsx';

/** Which weight can go: predicted and true ΔE, and a race of three rules. */
export default function PruningStudy(props: FollowingProps<'pruning'>) {
  const { settings, onSettings, experiment, onEdit } = props;
  const { matrix, damping, figure, gradient } = settings;
  const posed = useKept(experiment, sameProblem);
  const request = useMemo(
    (): PredictionsRequest => ({ problem: problemOf(posed), matrix, damping }),
    [posed, matrix, damping],
  );
  const { result, answered, busy, problem } = useTask('pruningPredictions', request);
  const { network } = experiment;
  const topology = useMemo(() => topologyOf(network), [network]);
  // the answer on screen may still be that of another network
  const reply = answered?.problem.network === network ? result : null;
  const warning = reply === null ? null : gradientSentence(reply.gradientNorm, gradientShare(reply));
  const refused = reply?.refused ?? null;
  return (
    <>
      <PruningControls settings={settings} onSettings={onSettings} />
      {problem === null ? null : <Message tone="caution">{problem}</Message>}
      {warning === null ? null : (
        <MinimumNote experiment={experiment} onEdit={onEdit}>
          {warning}
        </MinimumNote>
      )}
      {figure === 'predictions' ? (
        reply === null ? (
          <p className={styles.waiting}>computing…</p>
        ) : (
          <PredictionsView reply={reply} busy={busy} gradient={gradient} topology={topology} />
        )
      ) : refused === null ? (
        <RaceView experiment={experiment} settings={settings} onEdit={onEdit} topology={topology} />
      ) : (
        <Message tone="info">{reasonSentence(refused)}</Message>
      )}
    </>
  );
}
