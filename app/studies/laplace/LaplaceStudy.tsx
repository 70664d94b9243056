import { Message } from '../../controls/Message.tsx';
import type { FollowingProps } from '../study.ts';
import { EvidenceView } from './EvidenceView.tsx';
import { LaplaceControls } from './LaplaceControls.tsx';
import styles from './Laplace.module.css';
import { PosteriorView } from './PosteriorView.tsx';
import { takeNetwork } from './takeOver.ts';
import { whyNot } from './whyNot.ts';

/** Laplace's approximation: error bars, moderated outputs, α and β, and the evidence. */
export default function LaplaceStudy({
  settings,
  onSettings,
  experiment,
  onEdit,
  onBoth,
}: FollowingProps<'laplace'>) {
  const why = whyNot(experiment);
  return (
    <div className={styles.study}>
      <LaplaceControls experiment={experiment} settings={settings} onSettings={onSettings} />
      {why === null ? null : <Message tone="info">{why}</Message>}
      {why !== null ? null : settings.figure === 'evidence' ? (
        <EvidenceView
          experiment={experiment}
          settings={settings}
          onUse={(network, round) => onBoth(takeNetwork(experiment, network, round), { beta: round.beta })}
        />
      ) : (
        <PosteriorView settings={settings} experiment={experiment} onEdit={onEdit} onBoth={onBoth} />
      )}
    </div>
  );
}
