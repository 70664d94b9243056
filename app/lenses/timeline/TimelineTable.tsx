import type { Moment } from '../../../workers/protocol.ts';
import { formatPercent } from '../../charts/percent.ts';
import { formatCount } from '../../controls/formatCount.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import { cycle } from '../differences/seriesColours.ts';
import type { Series } from './series.ts';
import styles from './Timeline.module.css';
import type { MomentAt } from './timelineFigure.ts';

const errorRow: Series = {
  label: 'Error E',
  colour: null,
  axis: 'largest',
  value: ({ error }) => error,
};

const formatOf = ({ axis }: Series): ((value: number) => string) =>
  axis === 'share' ? formatPercent : formatNumber;

export interface TimelineTableProps {
  readonly series: readonly Series[];
  readonly first: MomentAt;
  readonly here: MomentAt;
  readonly last: MomentAt;
  readonly colours: readonly string[];
}

/** The curves' values at the start, here and at the end. */
export function TimelineTable({ series, first, here, last, colours }: TimelineTableProps) {
  const columns = [
    { name: 'start', at: first },
    { name: 'here', at: here },
    { name: 'end', at: last },
  ];
  const cell = (entry: Series, moment: Moment | null): string =>
    moment === null ? '…' : formatOf(entry)(entry.value(moment));
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">curve</span>
          </th>
          {columns.map(({ name, at }) => (
            <th key={name} scope="col">
              {name}, step {formatCount(at.step)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...series, errorRow].map((entry) => (
          <tr key={entry.label}>
            <th scope="row">
              <span
                className={styles.swatch}
                style={{ background: entry.colour === null ? 'var(--ink)' : cycle(colours, entry.colour) }}
              />
              {entry.label}
            </th>
            {columns.map(({ name, at }) => (
              <td key={name}>{cell(entry, at.moment)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
