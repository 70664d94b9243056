import { formatCount } from '../../controls/formatCount.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import { shortName } from './resultRows.ts';
import styles from './ResultView.module.css';
import type { Traced } from './useTrace.ts';

const MOST_ROWS = 200;

/** Entry by entry: v, the end of R{backprop}, the matrix times v, and Hv of the batch. */
export function ResultTable({ traced }: { readonly traced: Traced }) {
  const { trace, v, matrixProduct, batchProduct, topology } = traced;
  const rows = Math.min(v.length, MOST_ROWS);
  return (
    <>
      {/* It scrolls, so the keyboard must reach it. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.box} role="region" aria-label="Entries of the product" tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">weight</th>
              <th scope="col">v</th>
              <th scope="col">R{'{∂E/∂w}'}</th>
              {matrixProduct === null ? null : <th scope="col">Hₙv</th>}
              <th scope="col">Hv of all</th>
            </tr>
          </thead>
          <tbody>
            {Array.from(v.subarray(0, rows), (entry, q) => (
              <tr key={q}>
                <th scope="row">{shortName(topology, q)}</th>
                <td>{formatNumber(entry)}</td>
                <td className={styles.found}>{formatNumber(trace.Hv[q] ?? NaN)}</td>
                {matrixProduct === null ? null : <td>{formatNumber(matrixProduct[q] ?? NaN)}</td>}
                <td>{formatNumber(batchProduct[q] ?? NaN)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows < v.length ? (
        <p className={styles.note}>
          The first {MOST_ROWS} of {formatCount(v.length)} entries.
        </p>
      ) : null}
    </>
  );
}
