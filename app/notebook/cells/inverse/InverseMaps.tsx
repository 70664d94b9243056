import { useMemo } from 'react';
import type { Topology } from '../../../../engine/network/topology.ts';
import { boundariesOf } from '../../../explorer/matrices/boundaries.ts';
import { ColourBar } from '../../../explorer/matrices/ColourBar.tsx';
import { Unavailable } from '../../../explorer/matrices/Unavailable.tsx';
import { HeatMap } from '../../../lenses/differences/HeatMap.tsx';
import { useExperiment } from '../../../state/useLab.ts';
import { useTheme } from '../../../theme/theme.ts';
import styles from './Inverse.module.css';
import { pictureSentence } from './inverseWords.ts';

/** One of the two pictures. */
export interface InverseMap {
  readonly name: string;
  readonly values: Float64Array | null;
  readonly largest: number;
  /** In place of the picture. */
  readonly why: string;
}

export interface InverseMapsProps {
  readonly topology: Topology;
  readonly maps: readonly InverseMap[];
}

/** Two inverses side by side in the same colours. */
export function InverseMaps({ topology, maps }: InverseMapsProps) {
  const theme = useTheme((state) => state.theme);
  const transfer = useExperiment((state) => state.experiment.view.transfer);
  const boundaries = useMemo(() => boundariesOf(topology), [topology]);
  const largest = maps.reduce((top, map) => (map.largest > top ? map.largest : top), 0);
  const scale = useMemo(() => ({ largest, transfer, theme }), [largest, transfer, theme]);
  return (
    <>
      <ColourBar theme={theme} transfer={transfer} largest={largest} />
      <div className={styles.maps}>
        {maps.map(({ name, values, largest: own, why }) => (
          <div key={name} className={styles.map}>
            <h3 className={styles.title}>{name}</h3>
            {values === null ? (
              <Unavailable why={why} />
            ) : (
              <HeatMap
                values={values}
                boundaries={boundaries}
                scale={scale}
                label={pictureSentence(name, own)}
              />
            )}
          </div>
        ))}
      </div>
    </>
  );
}
