import { useMemo } from 'react';
import type { Topology } from '../../../../engine/network/topology.ts';
import type { Film, Inverse } from '../../../../workers/protocol.ts';
import { Figure } from '../../../charts/Figure.tsx';
import { useInk } from '../../../charts/ink.ts';
import { counted } from '../../../controls/counted.ts';
import { Formula } from '../../../controls/Formula.tsx';
import { formatNumber } from '../../../controls/formatNumber.ts';
import { formatError } from '../../../lenses/differences/comparisonWords.ts';
import { DiagonalTable } from './DiagonalTable.tsx';
import styles from './Inverse.module.css';
import { Facts } from '../../../controls/Facts.tsx';
import { distanceFigure, distanceSentence } from './inverseFigure.ts';
import { InverseMaps } from './InverseMaps.tsx';
import { PatternStepper } from './PatternStepper.tsx';
import { StepNumbers } from './StepNumbers.tsx';

const afterText = (n: number): string => (n === 0 ? 'Start, I/α' : `After ${counted(n, 'pattern')}`);

export interface FilmViewProps {
  readonly topology: Topology;
  readonly direct: Inverse;
  readonly film: Film;
  /** The pattern asked for, which the film may not have reached yet. */
  readonly n: number;
  readonly goTo: (n: number) => void;
}

/** The outer product's inverse one pattern at a time, beside the direct one. */
export function FilmView({ topology, direct, film, n, goTo }: FilmViewProps) {
  const ink = useInk();
  const { traces, layout } = useMemo(() => distanceFigure(film, ink), [film, ink]);
  const { alpha, distances, untouched, upTo } = film;
  const start = formatNumber(1 / alpha, 3);
  const maps = [
    { name: 'Direct', ...direct, why: 'the matrix is singular to rounding' },
    { name: afterText(upTo), values: film.values, largest: film.largest, why: '' },
  ];
  const facts = [
    {
      name: 'distance from the direct inverse',
      tex: <Formula tex={String.raw`\lVert H_n^{-1}-H^{-1}\rVert/\lVert H^{-1}\rVert`} />,
      value: formatError(distances[upTo] ?? NaN),
    },
    {
      name: 'check of the direct inverse',
      tex: <Formula tex={String.raw`\lVert H H^{-1}-I\rVert`} />,
      value: formatNumber(direct.defect, 2),
    },
    {
      name: 'condition number',
      tex: <Formula tex={String.raw`\lambda_{\max}/\lambda_{\min}`} />,
      value: formatNumber(direct.condition, 3),
    },
    { name: 'directions without a pattern yet', tex: null, value: `${untouched} of ${topology.W}` },
  ];
  return (
    <>
      <PatternStepper n={n} N={distances.length - 1} goTo={goTo} />
      <InverseMaps topology={topology} maps={maps} />
      <StepNumbers film={film} />
      <DiagonalTable topology={topology} maps={maps} />
      <div className={styles.beside}>
        <Facts facts={facts} />
        <Figure
          traces={traces}
          layout={layout}
          height={180}
          label={distanceSentence(film)}
          onPoint={({ x }) => goTo(x)}
        />
      </div>
      <p className={styles.note}>
        It starts at I/α = {start} I: α is the weight decay, “decay α” in the loss panel of this experiment. A
        smaller α starts further off, and leaves more rounding at the end.{' '}
        {untouched > 0
          ? `Along ${untouched} of ${topology.W} directions the patterns so far have added nothing: there the inverse is still 1/α, its largest eigenvalue.`
          : 'The patterns so far have added something along every direction.'}
      </p>
    </>
  );
}
