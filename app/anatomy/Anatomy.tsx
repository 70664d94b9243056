import { useMemo } from 'react';
import type { MatrixId } from '../../engine/curvature/index.ts';
import type { Experiment } from '../../engine/experiment/document.ts';
import { parameterName } from '../../engine/network/parameterNames.ts';
import { type Topology, topologyOf } from '../../engine/network/topology.ts';
import { Message } from '../controls/Message.tsx';
import type { Entry } from '../state/selection.ts';
import styles from './Anatomy.module.css';
import { ByPattern } from './ByPattern.tsx';
import { EntryFormula } from './EntryFormula.tsx';
import type { EntryPlace } from './kept.ts';
import { KeptTable } from './KeptTable.tsx';
import { SplitBar } from './SplitBar.tsx';
import { TermsTable } from './TermsTable.tsx';
import { useAnatomy } from './useAnatomy.ts';

export interface AnatomyProps {
  readonly experiment: Experiment;
  readonly entry: Entry;
  /** The pattern whose numbers are shown; beyond the last it is the last. */
  readonly pattern: number;
  readonly onPattern: (pattern: number) => void;
  /** This entry in the matrices on show. */
  readonly values: Partial<Record<MatrixId, number>>;
}

function placeOf(topology: Topology, { row, column }: Entry): EntryPlace {
  const [a, b] = [parameterName(topology, row), parameterName(topology, column)];
  const sameLayer = a.layer === b.layer;
  return { diagonal: row === column, sameLayer, sameUnit: sameLayer && a.j === b.j };
}

/** Why an entry of H is what it is: its parts, terms and patterns, and what approximations make of it. */
export function Anatomy({ experiment, entry, pattern, onPattern, values }: AnatomyProps) {
  const { result, answered, problem } = useAnatomy(experiment, entry, pattern);
  const network = answered?.problem.network;
  const topology = useMemo(() => (network === undefined ? null : topologyOf(network)), [network]);
  if (problem !== null) return <Message tone="caution">{problem}</Message>;
  if (result === null || answered === null || topology === null)
    return <p className={styles.note}>taking it apart…</p>;
  return (
    <div className={styles.anatomy}>
      <p className={styles.note}>
        M is the curvature of the loss at the outputs, δ its slope: <i>H</i> splits into a part through each
        (PRML 5.83).
      </p>
      <SplitBar gaussNewton={result.gaussNewton} residual={result.residual} decay={result.decay} />
      {result.unavailable === null ? (
        <>
          <EntryFormula anatomy={result} entry={answered} topology={topology} />
          <TermsTable anatomy={result} />
        </>
      ) : (
        <p className={styles.note}>
          Terms are shown for dense layers only ({result.unavailable}). Both parts, and the patterns, are
          there for every network.
        </p>
      )}
      <ByPattern
        patterns={result.patterns}
        pattern={Math.min(pattern, result.patterns.gaussNewton.length - 1)}
        onPattern={onPattern}
      />
      <KeptTable anatomy={result} place={placeOf(topology, answered)} values={values} />
    </div>
  );
}
