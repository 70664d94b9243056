import { useMemo } from 'react';
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

/** Which plane through the weights. */
export function SurfaceAxes({ experiment, settings, onSettings }: SurfaceAxesProps) {
  const { network } = experiment;
  const topology = useMemo(() => topologyOf(network), [network]);
  const { axes, first, second } = clampedAxes(settings, topology.W);
  const { entry } = experiment.view;
  const usesEntry = axes === 'weights' && entry?.[0] === first && entry[1] === second;
  const canUseEntry = entry !== undefined && entry[0] !== entry[1] && !usesEntry;
  return (
    <>
      <Segmented
        label="Axes"
        value={axes}
        options={kinds}
        onChange={(kind) => onSettings({ axes: kind, first: 0, second: 1 })}
      />
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
      {canUseEntry ? (
        <div className={styles.entry}>
          <Button
            title="The row and the column of the entry that is selected in the matrices"
            onClick={() => onSettings({ axes: 'weights', first: entry[0], second: entry[1] })}
          >
            Use the selected entry’s weights
          </Button>
        </div>
      ) : null}
    </>
  );
}
