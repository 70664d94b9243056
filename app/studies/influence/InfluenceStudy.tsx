import { Message } from '../../controls/Message.tsx';
import { MinimumNote } from '../minimum/MinimumNote.tsx';
import styles from '../pruning/Pruning.module.css';
import { reasonSentence } from '../pruning/pruningWords.ts';
import type { FollowingProps } from '../study.ts';
import { AllView } from './AllView.tsx';
import { EditView } from './EditView.tsx';
import { hasClasses } from './editOf.ts';
import { InfluenceControls } from './InfluenceControls.tsx';
import { refusedSentence, restSentence } from './influenceWords.ts';
import { useInfluence } from './useInfluence.ts';

/** What one pattern does to weights, fit and error: predicted by H⁻¹, and really retrained. */
export default function InfluenceStudy(props: FollowingProps<'influence'>) {
  const { settings, onSettings, experiment, onEdit } = props;
  const { posed, edit, problem, reply, truth, busy, failure } = useInfluence(experiment, settings);
  const onPattern = (pattern: number): void => onSettings({ pattern });
  const refused = reply === null ? null : refusedSentence(reply);
  const restless = reply === null ? null : restSentence(reply);
  return (
    <>
      <InfluenceControls
        settings={settings}
        onSettings={onSettings}
        pattern={edit.n}
        N={problem.batch.N}
        classes={hasClasses(posed.data)}
      />
      {failure === null ? null : <Message tone="info">{reasonSentence(failure)}</Message>}
      {restless === null ? null : (
        <MinimumNote experiment={experiment} onEdit={onEdit}>
          {restless}
        </MinimumNote>
      )}
      {refused === null ? null : <Message tone="info">{refused}</Message>}
      {reply === null ? (
        <p className={styles.waiting}>{failure === null ? 'computing…' : ''}</p>
      ) : settings.figure === 'all' ? (
        <AllView problem={problem} reply={reply} pattern={edit.n} onPattern={onPattern} />
      ) : (
        <EditView
          figure={settings.figure}
          posed={posed}
          problem={problem}
          edit={edit}
          reply={reply}
          truth={truth}
          busy={busy}
          onPattern={onPattern}
        />
      )}
    </>
  );
}
