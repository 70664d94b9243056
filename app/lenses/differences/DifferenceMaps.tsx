import { useMemo } from 'react';
import { matrixOf } from '../../../engine/curvature/index.ts';
import type { TransferKind } from '../../charts/transfer.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import { boundariesOf } from '../../explorer/matrices/boundaries.ts';
import { ColourBar } from '../../explorer/matrices/ColourBar.tsx';
import { useTheme } from '../../theme/theme.ts';
import { ComparisonFacts } from './ComparisonFacts.tsx';
import { comparisonSentence } from './comparisonWords.ts';
import styles from './Differences.module.css';
import { HeatMap } from './HeatMap.tsx';
import type { ComparedNow } from './useCompared.ts';

export interface DifferenceMapsProps {
  readonly now: ComparedNow;
  readonly transfer: TransferKind;
}

/** H, and what every approximation on show differs from it by, in the same colours. */
export function DifferenceMaps({ now: { compared, topology, matrices }, transfer }: DifferenceMapsProps) {
  const theme = useTheme((state) => state.theme);
  const boundaries = useMemo(() => boundariesOf(topology), [topology]);
  const { exact } = compared;
  const largest = Object.values(compared.matrices).reduce(
    (top, comparison) => Math.max(top, comparison.largest),
    exact?.largest ?? 0,
  );
  const scale = useMemo(() => ({ largest, transfer, theme }), [largest, transfer, theme]);
  if (exact === null) return null;
  return (
    <>
      <ColourBar theme={theme} transfer={transfer} largest={largest} />
      <div className={styles.maps}>
        <article className={styles.map} aria-label="Exact">
          <h3 className={styles.title}>Exact H, for scale</h3>
          <HeatMap
            values={exact.values}
            boundaries={boundaries}
            scale={scale}
            label={`The exact Hessian: entries up to ${formatNumber(exact.largest, 3)}.`}
          />
        </article>
        {matrices.map((id) => {
          const comparison = compared.matrices[id];
          if (comparison === undefined) return null;
          const { label } = matrixOf(id);
          return (
            <article key={id} className={styles.map} aria-label={label}>
              <h3 className={styles.title}>{label} − H</h3>
              <HeatMap
                values={comparison.difference}
                boundaries={boundaries}
                scale={scale}
                label={comparisonSentence(label, comparison)}
              />
              <ComparisonFacts comparison={comparison} topology={topology} />
            </article>
          );
        })}
      </div>
    </>
  );
}
