import type { Topology } from '../../../../engine/network/topology.ts';
import { Formula } from '../../../controls/Formula.tsx';
import { formatNumber } from '../../../controls/formatNumber.ts';
import { parameterTex, parameterText } from '../../../explorer/network/parameterTex.ts';
import styles from './Inverse.module.css';
import type { InverseMap } from './InverseMaps.tsx';

/** What fits beside each other. */
const MOST_COLUMNS = 12;

export interface DiagonalTableProps {
  readonly topology: Topology;
  readonly maps: readonly InverseMap[];
}

/** The diagonals of the two inverses, number by number, of a matrix that is small enough. */
export function DiagonalTable({ topology, maps }: DiagonalTableProps) {
  const { W } = topology;
  if (W > MOST_COLUMNS) return null;
  const indices = Array.from({ length: W }, (_, q) => q);
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls where it is wider than the page
    <div className={styles.scroll} tabIndex={0} role="region" aria-label="Diagonals of the two inverses">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">diagonal</th>
            {indices.map((q) => (
              <th key={q} scope="col">
                <Formula tex={parameterTex(topology, q)} label={parameterText(topology, q)} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {maps.map(({ name, values }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {indices.map((q) => (
                <td key={q}>{formatNumber(values?.[q * (W + 1)] ?? NaN, 3)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
