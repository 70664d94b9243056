import { useMemo } from 'react';
import type { Topology } from '../../../engine/network/topology.ts';
import { Figure } from '../../charts/Figure.tsx';
import { useInk } from '../../charts/ink.ts';
import { Button } from '../../controls/Button.tsx';
import { formatNumber } from '../../controls/formatNumber.ts';
import { Message } from '../../controls/Message.tsx';
import { useSeriesColours } from '../../lenses/differences/seriesColours.ts';
import { Progress } from '../../lenses/Progress.tsx';
import type { FollowingProps } from '../study.ts';
import styles from './Pruning.module.css';
import { stopSentences } from './pruningWords.ts';
import { raceFigure, raceSentence } from './raceFigure.ts';
import { RaceTable } from './RaceTable.tsx';
import { StepsTable } from './StepsTable.tsx';
import { usePrune } from './usePrune.ts';
import { useRace, useRaceRequest } from './useRace.ts';

export interface RaceViewProps extends Pick<FollowingProps<'pruning'>, 'experiment' | 'settings' | 'onEdit'> {
  readonly topology: Topology;
}

/** E after each deletion by every rule, which weights went, and how far a threshold lets each go. */
export function RaceView({ experiment, settings, onEdit, topology }: RaceViewProps) {
  const request = useRaceRequest(experiment, settings);
  const { race, isOld, begin, cancel, running, failure, done, of } = useRace(request);
  const { prune, running: pruning, problem } = usePrune(experiment, request, onEdit);
  const colours = useSeriesColours();
  const ink = useInk();
  const start = Object.values(race?.curves ?? {})[0]?.start ?? NaN;
  const limit = start + settings.rise;
  const { traces, layout } = useMemo(
    () => (race === null ? { traces: [], layout: {} } : raceFigure(race, limit, topology, { colours, ink })),
    [race, limit, topology, colours, ink],
  );
  const failed = failure ?? problem;
  return (
    <>
      {failed === null ? null : <Message tone="caution">{failed}</Message>}
      {running ? (
        <Progress label="Deleting weights" done={done} of={of} onCancel={cancel} />
      ) : race === null || isOld || done < of ? (
        <div>
          <Button tone="accent" onClick={begin}>
            {race === null ? 'Start the race' : 'Race again'}
          </Button>
        </div>
      ) : null}
      {race === null ? (
        <p className={styles.waiting}>
          {running ? 'computing…' : 'The network is large: this takes a while.'}
        </p>
      ) : (
        <div className={styles.figure} aria-busy={running} data-old={isOld && !running ? '' : undefined}>
          {stopSentences(race).map((sentence) => (
            <Message key={sentence} tone="info">
              {sentence}
            </Message>
          ))}
          <Figure
            traces={traces}
            layout={layout}
            height={340}
            label={raceSentence(race, limit, topology.W)}
          />
          <RaceTable race={race} limit={limit} disabled={isOld || pruning} onDelete={prune} />
          <p className={styles.note}>
            E = {formatNumber(start, 4)} before the first deletion, weight decay included. Dotted: the
            threshold. Weights that are exactly 0 count as deleted; training brings them back. A deletion can
            be undone.
          </p>
          <StepsTable race={race} limit={limit} topology={topology} />
        </div>
      )}
    </>
  );
}
