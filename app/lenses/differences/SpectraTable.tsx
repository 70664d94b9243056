import { matrixOf } from '../../../engine/curvature/index.ts';
import type { Eigenvalues } from '../../../workers/protocol.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import styles from './Differences.module.css';
import { cycle } from './seriesColours.ts';
import { spectrumFacts } from './spectrumFacts.ts';

export interface SpectraTableProps {
  readonly spectra: readonly Eigenvalues[];
  readonly colours: readonly string[];
}

/** The ends of every spectrum, and how many eigenvalues are negative. */
export function SpectraTable({ spectra, colours }: SpectraTableProps) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">matrix</th>
          <th scope="col">largest λ</th>
          <th scope="col">smallest λ</th>
          <th scope="col">negative</th>
        </tr>
      </thead>
      <tbody>
        {spectra.map((spectrum, k) => {
          const { largest, smallest, negative } = spectrumFacts(spectrum);
          return (
            <tr key={spectrum.matrix}>
              <th scope="row">
                <span className={styles.swatch} style={{ background: cycle(colours, k) }} />
                {matrixOf(spectrum.matrix).label}
              </th>
              <td>{formatNumber(largest, 3)}</td>
              <td>{formatNumber(smallest, 3)}</td>
              <td>{formatNumber(negative)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
