import type { DensityReply, RitzEnd } from '../../../workers/protocol/density.ts';
import { Formula } from '../../controls/Formula.tsx';
import { formatNumber } from '../../controls/formatNumber.ts';
import { Scroll } from '../shared/Scroll.tsx';
import styles from './Density.module.css';
import { offText, withError } from './densityWords.ts';
import type { Estimate, Merged } from './merged.ts';

interface Row {
  readonly name: string;
  readonly tex: string;
  readonly estimate: string;
  readonly exact: number | null;
  readonly off: string;
}

const endRow = (name: string, tex: string, { value, bound }: RitzEnd, exact: number | null): Row => ({
  name,
  tex,
  estimate: `${formatNumber(value, 4)}, within ${formatNumber(bound, 2)}`,
  exact,
  off: exact === null ? '' : `off by ${formatNumber(Math.abs(value - exact), 2)}`,
});

const meanRow = (name: string, tex: string, estimate: Estimate, exact: number | null): Row => ({
  name,
  tex,
  estimate: withError(estimate),
  exact,
  off: exact === null ? '' : offText(estimate, exact),
});

export interface EstimateTableProps {
  readonly reply: DensityReply;
  readonly estimate: Merged;
  /** Whether the log-determinant exists. */
  readonly logarithm: boolean;
}

/** What products estimate, with error bars, beside what is exact. */
export function EstimateTable({ reply, estimate, logarithm }: EstimateTableProps) {
  const { exact, smallest, largest } = reply;
  const values = exact?.eigenvalues ?? null;
  const rows: readonly Row[] = [
    meanRow('trace', String.raw`\mathbf v^{\mathsf T}A\mathbf v`, estimate.trace, exact?.trace ?? null),
    ...(logarithm
      ? [
          meanRow(
            'log-determinant',
            String.raw`\ln|A+\lambda I|`,
            estimate.logDeterminant,
            exact?.logDeterminant ?? null,
          ),
        ]
      : []),
    endRow('largest eigenvalue', String.raw`\lambda_{\max}`, largest, values?.[0] ?? null),
    endRow('smallest eigenvalue', String.raw`\lambda_{\min}`, smallest, values?.at(-1) ?? null),
  ];
  return (
    <Scroll label="Estimates beside exact numbers">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">quantity</th>
            <th scope="col">from products</th>
            <th scope="col">exact</th>
            <th scope="col" className={styles.words}>
              difference
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, tex, estimate: shown, exact: truth, off }) => (
            <tr key={name}>
              <th scope="row">
                {name}
                <span className={styles.formula}>
                  <Formula tex={tex} />
                </span>
              </th>
              <td>{shown}</td>
              <td>{truth === null ? '—' : formatNumber(truth, 4)}</td>
              <td className={styles.words}>{off}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
