import { useMemo } from 'react';
import type { Experiment } from '../../../engine/experiment/document.ts';
import type { NetworkSpec } from '../../../engine/experiment/problem.ts';
import type { StudySettings } from '../../../engine/notebook/studies/index.ts';
import { Button } from '../../controls/Button.tsx';
import { Message } from '../../controls/Message.tsx';
import { Progress } from '../../lenses/Progress.tsx';
import { sentence } from '../../controls/sentence.ts';
import styles from './Laplace.module.css';
import type { Round } from './reestimate.ts';
import { UnitsFigures } from './UnitsFigures.tsx';
import { unitNetworks } from './unitNetworks.ts';
import { bestRow, unitRows } from './unitRows.ts';
import { notesSentence } from './unitsWords.ts';
import { useUnits } from './useUnits.ts';

export interface EvidenceViewProps {
  readonly experiment: Experiment;
  readonly settings: StudySettings['laplace'];
  readonly onUse: (network: NetworkSpec, round: Round) => void;
}

/** The evidence of networks with few and many hidden units. */
export function EvidenceView({ experiment, settings, onUse }: EvidenceViewProps) {
  const { network } = experiment;
  const { units, seeds } = settings;
  const { networks, why } = useMemo(() => unitNetworks(network, units), [network, units]);
  const { points, running, problem, start, cancel } = useUnits(experiment, networks, settings);
  const rows = useMemo(() => unitRows(points), [points]);
  const notes = notesSentence(rows);
  const best = bestRow(rows)?.best ?? null;
  const count = networks.length * seeds;
  return (
    <section className={styles.part} aria-label="Evidence against hidden units">
      {why === null ? null : <Message tone="info">{why}</Message>}
      {networks.length === 0 ? null : (
        <div className={styles.toolbar}>
          {running ? (
            <Progress
              label={`Training network ${Math.min(points.length + 1, count)} of ${count}`}
              done={points.length}
              of={count}
              onCancel={cancel}
            />
          ) : (
            <>
              <Button tone={points.length === 0 ? 'accent' : 'plain'} onClick={start}>
                {points.length === 0 ? `Train ${count} networks` : 'Train again'}
              </Button>
              {best === null ? null : (
                <Button onClick={() => onUse(best.network, best.found)}>Use M = {best.M}</Button>
              )}
            </>
          )}
        </div>
      )}
      {problem === null ? null : <Message tone="caution">{sentence(problem)}</Message>}
      {notes === null ? null : <Message tone="info">{notes}</Message>}
      {rows.length === 0 ? null : <UnitsFigures experiment={experiment} rows={rows} />}
    </section>
  );
}
