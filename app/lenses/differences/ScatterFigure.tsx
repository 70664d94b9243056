import { useMemo } from 'react';
import { matrixOf } from '../../../engine/curvature/index.ts';
import { Figure } from '../../charts/Figure.tsx';
import type { FigureLayout } from '../../charts/figure/spec.ts';
import { useInk } from '../../charts/ink.ts';
import { formatPercent } from '../../charts/percent.ts';
import { formatCount } from '../../controls/formatCount.ts';
import { ComparisonFacts } from './ComparisonFacts.tsx';
import { comparisonSentence } from './comparisonWords.ts';
import styles from './Differences.module.css';
import { scatterTraces } from './scatterTraces.ts';
import { useSeriesColours } from './seriesColours.ts';
import type { ComparedNow } from './useCompared.ts';

const LAYOUT: FigureLayout = {
  xaxis: { title: { text: 'exact H<sub>ij</sub>', standoff: 8 } },
  yaxis: { title: { text: 'approximate A<sub>ij</sub>', standoff: 8 } },
  hovermode: 'closest',
  // The reader's zoom stays while the numbers change.
  uirevision: 'scatter',
  margin: { l: 56, r: 10, t: 10, b: 48 },
};

/** Approximate against exact entries, one mark each. */
export function ScatterFigure({ now: { compared, topology, matrices } }: { readonly now: ComparedNow }) {
  const ink = useInk();
  const colours = useSeriesColours();
  const id = matrices[0];
  const comparison = id === undefined ? undefined : compared.matrices[id];
  const traces = useMemo(
    () => (comparison === undefined ? [] : scatterTraces(topology, comparison, { colours, line: ink.ink3 })),
    [comparison, topology, colours, ink],
  );
  if (id === undefined || comparison === undefined) return null;
  const { points, signs } = comparison;
  const { label } = matrixOf(id);
  const count = points.rows.length;
  return (
    <>
      <Figure traces={traces} layout={LAYOUT} height={430} label={comparisonSentence(label, comparison)} />
      <p className={styles.note}>
        {count === points.total
          ? `All ${formatCount(count)} entries of the lower triangle.`
          : `${formatCount(count)} of the ${formatCount(points.total)} entries of the lower triangle: the ${formatCount(points.largest)} largest, and others evenly spaced.`}{' '}
        A point in the upper left or the lower right has the wrong sign: {formatPercent(1 - signs.weighted)}{' '}
        of H, weighted by |H|, dropped entries counted.
      </p>
      <div className={styles.factsBeside}>
        <ComparisonFacts comparison={comparison} topology={topology} />
      </div>
    </>
  );
}
