import type { Topology } from '../../../engine/network/topology.ts';
import type { Comparison } from '../../../workers/protocol.ts';
import { formatPercent } from '../../charts/percent.ts';
import { formatCount } from '../../controls/formatCount.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import { parameterText } from '../../explorer/network/parameterTex.ts';
import { formatError } from './comparisonWords.ts';
import styles from './Differences.module.css';

export interface ComparisonFactsProps {
  readonly comparison: Comparison;
  readonly topology: Topology;
}

/** The numbers of a comparison: error, signs, and the worst entry by name. */
export function ComparisonFacts({ comparison, topology }: ComparisonFactsProps) {
  const { relativeError, signs, worst } = comparison;
  const { row, column, approximate, exact } = worst;
  return (
    <>
      <dl className={styles.facts}>
        <dt>error ‖A − H‖ / ‖H‖</dt>
        <dd>{formatError(relativeError)}</dd>
        <dt>signs agree, all entries</dt>
        <dd>{formatPercent(signs.all)}</dd>
        <dt
          title={`${formatCount(signs.countAbove)} entries with |H| above ${formatNumber(signs.threshold, 3)}, a hundredth of the largest`}
        >
          of those with |H| &gt; {formatNumber(signs.threshold, 2)}
        </dt>
        <dd>{formatPercent(signs.above)}</dd>
        <dt>weighted by |H|</dt>
        <dd>{formatPercent(signs.weighted)}</dd>
      </dl>
      <p className={styles.worst}>
        Worst entry, row {row + 1}, column {column + 1}: <b>{formatNumber(approximate, 3)}</b> for{' '}
        <b>{formatNumber(exact, 3)}</b>.{' '}
        {row === column
          ? `Twice the ${parameterText(topology, row)}.`
          : `The ${parameterText(topology, row)} and the ${parameterText(topology, column)}.`}
      </p>
    </>
  );
}
