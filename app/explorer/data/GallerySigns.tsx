import { memo } from 'react';
import type { DataSpec } from '../../../engine/experiment/document.ts';
import { useTheme } from '../../theme/theme.ts';
import { batchFor } from '../../state/batch.ts';
import { groupColour } from './classColours.ts';
import { type GalleryLayout, placeIn } from './galleryLayout.ts';
import styles from './ImageGallery.module.css';
import { outlines, shapeOf } from './markPaths.ts';
import { colouringOf, groupOf } from './plotData.ts';

const RADIUS = 2.6;
/** From a picture's lower edge to the middle of its sign. */
const BELOW = 7;

interface GallerySignsProps {
  readonly data: DataSpec;
  readonly layout: GalleryLayout;
  readonly width: number;
  readonly height: number;
  /** Columns of the targets. */
  readonly columns: number;
}

/** Below each picture the sign of its class, or of its target's size. */
export const GallerySigns = memo(function GallerySigns({
  data,
  layout,
  width,
  height,
  columns,
}: GallerySignsProps) {
  const theme = useTheme((state) => state.theme);
  const colouring = colouringOf(data, 0);
  const { N, targets } = batchFor(data);
  const paths = new Map<number, string>();
  for (let n = 0; n < N; n++) {
    const group = groupOf(colouring, targets.subarray(n * columns, (n + 1) * columns), 0);
    const { x, y } = placeIn(layout, n);
    const sign = outlines[shapeOf(colouring, group)](x + layout.width / 2, y + layout.height + BELOW, RADIUS);
    paths.set(group, (paths.get(group) ?? '') + sign);
  }
  return (
    <svg className={styles.layer} width={width} height={height} aria-hidden>
      {[...paths].map(([group, d]) => (
        <path key={group} d={d} fill={groupColour(colouring, group, theme)} />
      ))}
    </svg>
  );
});
