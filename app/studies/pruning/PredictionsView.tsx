import { useMemo } from 'react';
import type { Topology } from '../../../engine/network/topology.ts';
import type { PredictionsReply } from '../../../workers/protocol/pruning.ts';
import { Figure } from '../../charts/Figure.tsx';
import { useInk } from '../../charts/ink.ts';
import { Message } from '../../controls/Message.tsx';
import { useSeriesColours } from '../../lenses/differences/seriesColours.ts';
import styles from './Pruning.module.css';
import { predictionsFigure, predictionsSentence } from './predictionsFigure.ts';
import { PredictionsTable } from './PredictionsTable.tsx';
import { reasonSentence } from './pruningWords.ts';
import { ruleLabel, rules } from './rules.ts';

export interface PredictionsViewProps {
  readonly reply: PredictionsReply;
  readonly busy: boolean;
  readonly gradient: boolean;
  readonly topology: Topology;
}

/** Predicted against true ΔE for every weight. */
export function PredictionsView({ reply, busy, gradient, topology }: PredictionsViewProps) {
  const colours = useSeriesColours();
  const ink = useInk();
  const { traces, layout } = useMemo(
    () => predictionsFigure(reply, gradient, topology, { colours, ink }),
    [reply, gradient, topology, colours, ink],
  );
  if (reply.refused !== null) return <Message tone="info">{reasonSentence(reply.refused)}</Message>;
  return (
    <div className={styles.figure} aria-busy={busy}>
      {rules.map((rule) => {
        const reason = reply.reasons[rule];
        return reason === undefined ? null : (
          <Message key={rule} tone="info">
            {ruleLabel(rule)} has no predictions here. {reasonSentence(reason)} Take Gauss–Newton, or a larger
            λ.
          </Message>
        );
      })}
      <Figure traces={traces} layout={layout} height={400} label={predictionsSentence(reply, gradient)} />
      <PredictionsTable shown={reply} gradient={gradient} topology={topology} />
      <p className={styles.note}>
        One point for every weight and rule: what deleting it alone would add to E. Above the dashed line the
        truth is worse than predicted. Magnitude predicts no ΔE; it is drawn as ½h̄w², with the mean h̄ of H’s
        diagonal for every weight. Where some are below zero, both axes are logarithmic on either side of it;
        the median factor is of those with the right sign.
      </p>
    </div>
  );
}
