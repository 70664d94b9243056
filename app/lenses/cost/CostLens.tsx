import { Segmented } from '../../controls/Segmented.tsx';
import type { LensProps } from '../lens.ts';
import { useKept } from '../useKept.ts';
import styles from './Cost.module.css';
import { GrowthView } from './GrowthView.tsx';
import { sameCost } from './memory.ts';
import { NetworkCost } from './NetworkCost.tsx';

const options = [
  { value: 'network', label: 'This network' },
  { value: 'growth', label: 'Growing networks' },
] as const;

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
