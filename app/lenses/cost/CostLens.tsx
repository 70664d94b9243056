import type { Experiment } from '../../../engine/experiment/document.ts';
import { Segmented } from '../../controls/Segmented.tsx';
import type { LensProps } from '../lens.ts';
import { useKept } from '../useKept.ts';
import styles from './Cost.module.css';
import { GrowthView } from './GrowthView.tsx';
import { NetworkCost } from './NetworkCost.tsx';

const options = [
  { value: 'network', label: 'This network' },
  { value: 'growth', label: 'Growing networks' },
] as const;

/** What a method costs does not depend on the weights. */
const sameCost = (a: Experiment, b: Experiment): boolean =>
  a.network === b.network &&
  a.data === b.data &&
  a.loss === b.loss &&
  a.estimation === b.estimation &&
  a.direction === b.direction;

/** What each method costs: for this network, and over growing ones. */
export default function CostLens({ experiment, settings, onSettings }: LensProps<'cost'>) {
  const kept = useKept(experiment, sameCost);
  return (
    <>
      <div className={styles.toolbar}>
        <Segmented
          label="Figure"
          value={settings.figure}
          options={options}
          onChange={(figure) => onSettings({ figure })}
        />
      </div>
      {settings.figure === 'network' ? <NetworkCost experiment={kept} /> : <GrowthView experiment={kept} />}
    </>
  );
}
