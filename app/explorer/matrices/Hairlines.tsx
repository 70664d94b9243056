import { memo } from 'react';
import type { Boundaries } from './boundaries.ts';
import styles from './Hairlines.module.css';

/** Units or channels closer than this many pixels get no line: they would hide what they part. */
const CLOSEST = 6;

interface HairlinesProps {
  readonly boundaries: Boundaries;
  readonly side: number;
}

const cross = (at: number, side: number): string => `M${at} 0V${side}M0 ${at}H${side}`;

/** Lines between layers, and fainter ones between units and channels where there is room. */
export const Hairlines = memo(function Hairlines({
  boundaries: { W, layers, groups },
  side,
}: HairlinesProps) {
  const cell = side / W;
  const between = groups.filter(({ apart }) => apart * cell >= CLOSEST);
  return (
    <>
      <path className={styles.group} d={between.map(({ at }) => cross(at * cell, side)).join('')} />
      <path
        className={styles.layer}
        d={layers
          .slice(1)
          .map(({ start }) => cross(start * cell, side))
          .join('')}
      />
    </>
  );
});
