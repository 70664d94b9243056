import { Button } from '../../controls/Button.tsx';
import { Message } from '../../controls/Message.tsx';
import { sentence } from '../../controls/sentence.ts';
import type { FollowingProps } from '../study.ts';
import { EstimationView } from './EstimationView.tsx';
import styles from './Laplace.module.css';
import { isAtRest, placeSentence, whyRefused } from './laplaceWords.ts';
import { MatrixTable } from './MatrixTable.tsx';
import { PosteriorFacts } from './PosteriorFacts.tsx';
import { PredictionView } from './PredictionView.tsx';
import { takeRound, takeWeights } from './takeOver.ts';
import { useLaplace } from './useLaplace.ts';

export type PosteriorViewProps = Omit<FollowingProps<'laplace'>, 'onSettings'>;

/** The posterior at the weights: predictions, matrices compared, α and β. */
export function PosteriorView({ settings, experiment, onEdit, onBoth }: PosteriorViewProps) {
  const { answered, busy, problem } = useLaplace(experiment, settings);
  const { matrix, output, beta } = settings;
  if (problem !== null) return <Message tone="caution">{sentence(problem)}</Message>;
  if (answered === null) return <p className={styles.waiting}>computing…</p>;
  const { reply, asked, steps } = answered;
  const model = reply.models[matrix];
  const found = model === undefined || 'refused' in model ? null : model;
  const atRest = isAtRest(reply);
  return (
    <div className={styles.part} aria-busy={busy}>
      {atRest ? null : <Message tone="info">{placeSentence(answered)}</Message>}
      {model !== undefined && 'refused' in model ? (
        <Message tone="info">{whyRefused(matrix, model.refused, atRest)}</Message>
      ) : null}
      <PredictionView answered={answered} matrix={matrix} model={found} output={output} />
      {atRest ? (
        <div className={styles.toolbar}>
          <span className={styles.note}>{placeSentence(answered)}</span>
          {steps > 0 ? (
            <Button onClick={() => onEdit(takeWeights(asked.experiment, reply.fit.parameters))}>
              Use these weights
            </Button>
          ) : null}
        </div>
      ) : null}
      <PosteriorFacts answered={answered} model={found} />
      <MatrixTable answered={answered} chosen={matrix} output={output} />
      <EstimationView
        experiment={experiment}
        matrix={matrix}
        beta={beta}
        onUse={(round) => onBoth(takeRound(experiment, round), { beta: round.beta })}
      />
    </div>
  );
}
