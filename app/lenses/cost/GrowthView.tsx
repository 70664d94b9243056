import { useMemo } from 'react';
import type { Experiment } from '../../../engine/experiment/document.ts';
import { Figure } from '../../charts/Figure.tsx';
import { Button } from '../../controls/Button.tsx';
import { formatCount } from '../../controls/formatCount.ts';
import { Message } from '../../controls/Message.tsx';
import { useSeriesColours } from '../differences/seriesColours.ts';
import { Progress } from '../Progress.tsx';
import styles from './Cost.module.css';
import { fitsOf } from './fits.ts';
import { growthFigure, growthSentence } from './growthFigure.ts';
import { GrowthTable } from './GrowthTable.tsx';
import { grownNetworks } from './grownNetworks.ts';
import { useGrowth } from './useGrowth.ts';

/** How the methods' times grow with W, on wider and wider networks like this one. */
export function GrowthView({ experiment }: { readonly experiment: Experiment }) {
  const { networks, why } = useMemo(() => grownNetworks(experiment), [experiment]);
  const growth = useGrowth(experiment, networks);
  const colours = useSeriesColours();
  const { points } = growth;
  const fits = useMemo(() => fitsOf(points), [points]);
  const { traces, layout } = useMemo(() => growthFigure(fits, colours), [fits, colours]);
  if (why !== null) return <Message tone="info">This network can’t be made to grow. {why}</Message>;
  const sizes = networks.map(({ W }) => formatCount(W)).join(', ');
  return (
    <>
      <p className={styles.note}>
        The hidden layers of this network are made narrower and wider: W = {sizes}. Inputs, outputs, data and
        loss stay. A method stops at the size that takes it too long. Wide and pale: the power law fitted to
        the larger half of its sizes.
      </p>
      {growth.problem === null ? null : <Message tone="caution">{growth.problem}</Message>}
      {growth.running ? (
        <Progress
          label={`Measuring, ${growth.done} of ${growth.of}`}
          done={growth.done}
          of={growth.of}
          onCancel={growth.cancel}
        />
      ) : (
        <div className={styles.toolbar}>
          <Button tone={points.length === 0 ? 'accent' : 'plain'} onClick={growth.start}>
            {points.length === 0 ? 'Measure' : 'Measure again'}
          </Button>
        </div>
      )}
      {points.length === 0 ? null : (
        <>
          <Figure traces={traces} layout={layout} height={440} label={growthSentence(fits)} />
          <GrowthTable fits={fits} colours={colours} />
          <p className={styles.note}>
            Theory counts one pattern. The fast exact way shares work between patterns and multiplies in
            blocks, so that its measured power may stay below 2; four points need W² evaluations of O(W) each.
          </p>
        </>
      )}
    </>
  );
}
