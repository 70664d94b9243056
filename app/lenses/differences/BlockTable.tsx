import { matrixOf } from '../../../engine/curvature/index.ts';
import type { LayerPairs } from '../../../workers/protocol.ts';
import { formatPercent } from '../../charts/percent.ts';
import { formatError } from './comparisonWords.ts';
import styles from './Blocks.module.css';
import type { ComparedNow } from './useCompared.ts';

/** The deepest shade, of an error as large as the block itself: text stays readable on it. */
const DEEPEST_PERCENT = 28;

const shadeOf = (error: number): string =>
  `color-mix(in srgb, var(--positive) ${(DEEPEST_PERCENT * Math.min(1, error || 0)).toFixed(1)}%, transparent)`;

interface BlockCellProps {
  readonly blocks: LayerPairs;
  readonly row: number;
  readonly column: number;
}

function BlockCell({ blocks, row, column }: BlockCellProps) {
  const pair = blocks.pairs.find(({ l, m }) => l === row && m === column);
  if (pair === undefined) return <td className={styles.mirror} />;
  return (
    <td className={styles.block} style={{ background: shadeOf(pair.relativeError) }}>
      <b>{formatError(pair.relativeError)}</b>
      <span className={styles.share}>{formatPercent(pair.share)}</span>
    </td>
  );
}

/** Errors by pairs of layers, shaded; the upper half is the mirror image of the lower. */
export function BlockTable({ now: { compared, matrices } }: { readonly now: ComparedNow }) {
  const id = matrices[0];
  const comparison = id === undefined ? undefined : compared.matrices[id];
  if (id === undefined || comparison === undefined) return null;
  const { blocks, relativeError } = comparison;
  const { label } = matrixOf(id);
  const largest = blocks.pairs.reduce((top, pair) => (pair.share > top.share ? pair : top));
  const name = (layer: number): string => blocks.names[layer] ?? '';
  return (
    <>
      {/* the table scrolls where it is wider than the page: keys must reach it */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={`${label}: errors by layers`}>
        <table className={styles.table}>
          <caption className="visually-hidden">
            Relative error of each block, and under it its share of the whole squared error
          </caption>
          <thead>
            <tr>
              <td />
              {blocks.names.map((layer) => (
                <th key={layer} scope="col">
                  {layer}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {blocks.names.map((layer, row) => (
              <tr key={layer}>
                <th scope="row">{layer}</th>
                {blocks.names.map((other, column) => (
                  <BlockCell key={other} blocks={blocks} row={row} column={column} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.note}>
        Large: ‖A − H‖ / ‖H‖ of the block, shaded up to 100 %. Small: its share of ‖A − H‖², with its mirror
        image. The whole: {formatError(relativeError)}.{' '}
        {largest.share > 0
          ? `Most of it comes from ${name(largest.l)} × ${name(largest.m)}: ${formatPercent(largest.share)}.`
          : null}
      </p>
    </>
  );
}
