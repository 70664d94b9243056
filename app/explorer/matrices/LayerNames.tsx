import { memo } from 'react';
import type { Boundaries } from './boundaries.ts';
import styles from './LayerNames.module.css';

/** Width of a letter at the size of the names, in pixels, and the room around a name. */
const LETTER = 5.6;
const ROOM = 8;

export interface LayerNamesProps {
  readonly boundaries: Boundaries;
  readonly side: number;
}

/** The layers' names along the upper border, each over its columns, where they fit. */
export const LayerNames = memo(function LayerNames({ boundaries: { W, layers }, side }: LayerNamesProps) {
  return (
    <div className={styles.names} aria-hidden>
      {layers.map(({ name, start, end }) => {
        const width = ((end - start) / W) * side;
        return (
          <span key={name} className={styles.name} style={{ width: `${(100 * (end - start)) / W}%` }}>
            {name.length * LETTER + ROOM <= width ? name : ''}
          </span>
        );
      })}
    </div>
  );
});
