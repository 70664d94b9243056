import { useMemo } from 'react';
import type { LaplaceModel } from '../../../workers/protocol/laplace.ts';
import { Figure } from '../../charts/Figure.tsx';
import { useInk } from '../../charts/ink.ts';
import { useSeriesColours } from '../../lenses/differences/seriesColours.ts';
import styles from './Laplace.module.css';
import { planeFigure, type PlaneView } from './planeFigure.ts';
import { planeSentence } from './predictionWords.ts';
import type { Answered } from './useLaplace.ts';
import { isRegression } from './whyNot.ts';

type Shown = Pick<PlaneView, 'name' | 'values' | 'scale'>;

export interface PlaneViewsProps {
  readonly answered: Answered;
  readonly model: LaplaceModel | null;
  readonly output: number;
}

/** One output's values at all places of the plane. */
function valuesOf(values: Float64Array, output: number, K: number): number[] {
  return Array.from({ length: values.length / K }, (_, n) => values[n * K + output] ?? NaN);
}

/** Plain beside moderated probabilities, or mean beside standard deviation. */
export function PlaneViews({ answered, model, output }: PlaneViewsProps) {
  const { asked, reply } = answered;
  const { grid } = asked;
  const { batch } = asked.request.problem;
  const ink = useInk();
  const colours = useSeriesColours();
  const regression = isRegression(asked.experiment);
  const K = batch.targets.length / batch.N;
  const k = Math.min(output, K - 1);
  const figures = useMemo(() => {
    if (grid.kind !== 'plane') return [];
    const plain = valuesOf(reply.y, k, K);
    const shown: readonly Shown[] = regression
      ? [
          { name: 'Mean', values: plain, scale: 'values' },
          ...(model === null
            ? []
            : [
                {
                  name: 'Standard deviation',
                  values: valuesOf(model.variance, k, K).map(Math.sqrt),
                  scale: 'deviations' as const,
                },
              ]),
        ]
      : [
          { name: 'Plain probability', values: plain, scale: 'probability' },
          ...(model === null
            ? []
            : [
                {
                  name: 'Moderated probability',
                  values: valuesOf(model.moderated, k, K),
                  scale: 'probability' as const,
                },
              ]),
        ];
    const { x, y } = grid;
    return shown.map((one) => ({
      ...one,
      ...planeFigure({ ...one, batch, x, y, ofClass: regression ? null : k, ink, colours }),
    }));
  }, [grid, batch, reply, model, regression, k, K, ink, colours]);
  return (
    <div className={styles.pair}>
      {figures.map(({ name, values, traces, layout }) => (
        <div key={name} className={styles.one}>
          <h4 className={styles.title}>{name}</h4>
          <Figure traces={traces} layout={layout} height={320} label={planeSentence(name, values)} />
        </div>
      ))}
    </div>
  );
}
