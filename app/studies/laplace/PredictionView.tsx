import { useMemo } from 'react';
import { matrixOf } from '../../../engine/curvature/index.ts';
import type { LaplaceModel } from '../../../workers/protocol/laplace.ts';
import { Figure } from '../../charts/Figure.tsx';
import { useInk } from '../../charts/ink.ts';
import { useSeriesColours } from '../../lenses/differences/seriesColours.ts';
import { curveFigure } from './curveFigure.ts';
import styles from './Laplace.module.css';
import type { Matrix } from './laplaceWords.ts';
import { PlaneViews } from './PlaneViews.tsx';
import { barWidths } from './predictionGrid.ts';
import { barsSentence } from './predictionWords.ts';
import type { Answered } from './useLaplace.ts';
import { isRegression } from './whyNot.ts';

export interface PredictionViewProps {
  readonly answered: Answered;
  readonly matrix: Matrix;
  /** Of the chosen matrix; null: it has no posterior. */
  readonly model: LaplaceModel | null;
  /** The output shown on a plane. */
  readonly output: number;
}

/** What the posterior predicts, over one input or over the plane of two. */
export function PredictionView({ answered, matrix, model, output }: PredictionViewProps) {
  const { asked, reply } = answered;
  const ink = useInk();
  const colours = useSeriesColours();
  const regression = isRegression(asked.experiment);
  const { grid } = asked;
  const { batch } = asked.request.problem;
  const curve = useMemo(
    () =>
      grid.kind === 'curve'
        ? curveFigure({ batch, x: grid.x, reply, model, regression, ink, colours })
        : null,
    [grid, batch, reply, model, regression, ink, colours],
  );
  if (grid.kind === 'none')
    return (
      <p className={styles.note}>
        The patterns have {batch.inputs.length / batch.N} inputs: there is no axis or plane to draw
        predictions over. The numbers below hold all the same.
      </p>
    );
  if (grid.kind === 'plane') return <PlaneViews answered={answered} model={model} output={output} />;
  const widths = model === null ? null : barWidths(grid, batch, model.variance, 0);
  return (
    <Figure
      traces={curve?.traces ?? []}
      layout={curve?.layout ?? {}}
      height={360}
      label={barsSentence(widths, regression, matrixOf(matrix).label)}
    />
  );
}
