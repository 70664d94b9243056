import { useMemo } from 'react';
import type { Experiment } from '../../../engine/experiment/document.ts';
import { topologyOf } from '../../../engine/network/topology.ts';
import { Button } from '../../controls/Button.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import type { LensProps } from '../lens.ts';
import { AxisField } from './AxisField.tsx';
import { clampedAxes } from './clampedAxes.ts';
import styles from './SurfaceLens.module.css';

type SurfaceAxesProps = Pick<LensProps<'surface'>, 'experiment' | 'settings' | 'onSettings'>;

const kinds = [
  { value: 'weights', label: 'two weights', title: 'The plane of two weights or biases' },
  {
    value: 'eigenvectors',
    label: 'eigenvectors',
    title: 'The plane of two eigenvectors of H, those of largest |λ| first',
  },
] as const;

/** The selected entry, if the network has it. */
function entryOf({ view: { entry }, parameters: { length: W } }: Experiment): Experiment['view']['entry'] {
  return entry?.every((index) => index < W) === true ? entry : undefined;
}

/** Which plane through the weights. */
export function SurfaceAxes({ experiment, settings, onSettings }: SurfaceAxesProps) {
  const { network } = experiment;
  const topology = useMemo(() => topologyOf(network), [network]);
  const { axes, first, second } = clampedAxes(settings, topology.W);
  const entry = entryOf(experiment);
  const usesEntry = axes === 'weights' && entry?.[0] === first && entry[1] === second;
  const canUseEntry = entry !== undefined && entry[0] !== entry[1] && !usesEntry;
  return (
    <>
      <div className={styles.controls}>
        <Segmented
          label="Axes"
          value={axes}
          options={kinds}
          onChange={(kind) => onSettings({ axes: kind, first: 0, second: 1 })}
        />
        {canUseEntry ? (
          <Button
            title="The row and the column of the entry that is selected in the matrices"
            onClick={() => onSettings({ axes: 'weights', first: entry[0], second: entry[1] })}
          >
            Use the selected entry’s weights
          </Button>
        ) : null}
      </div>
      <div className={styles.controls}>
        <AxisField
          label="First axis"
          axes={axes}
          topology={topology}
          index={first}
          onChange={(index) =>
            onSettings(index === second ? { first: index, second: first } : { first: index, second }, 'axis')
          }
        />
        <AxisField
          label="Second axis"
          axes={axes}
          topology={topology}
          index={second}
          onChange={(index) =>
            onSettings(index === first ? { first: second, second: index } : { first, second: index }, 'axis')
          }
        />
      </div>
    </>
  );
}
