import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { dataColumns } from '../../../engine/data/batch.ts';
import type { DataSpec } from '../../../engine/experiment/document.ts';
import type { Shape } from '../../../engine/layers/layer.ts';
import { useWidth } from '../../controls/useWidth.ts';
import { batchFor } from '../../state/batch.ts';
import { galleryLayout, galleryStep, pictureAt, placeIn, RING } from './galleryLayout.ts';
import { GallerySigns } from './GallerySigns.tsx';
import styles from './ImageGallery.module.css';
import { toneRange } from './picturePixels.ts';
import { Pictures } from './Pictures.tsx';
import { useLookedAt } from './useLookedAt.ts';
import type { PointEditing } from './usePointEditing.ts';

interface ImageGalleryProps {
  readonly data: DataSpec;
  readonly shape: Shape;
  readonly editing: PointEditing;
  /** Height of the place in pixels, and of a picture in it. */
  readonly height: number;
  readonly picture: number;
}

/** All patterns as pictures with the sign of their class; one tab stop, in which the arrow keys choose. */
export function ImageGallery({ data, shape, editing, height, picture }: ImageGalleryProps) {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const width = useWidth(place);
  const scroller = useRef<HTMLDivElement>(null);
  const optionId = useId();
  const { N, inputs } = batchFor(data);
  const { targets } = dataColumns(data);
  const layout = useMemo(() => galleryLayout(width, N, shape, picture), [width, N, shape, picture]);
  const range = useMemo(() => toneRange(inputs), [inputs]);
  const whole = layout.rows * layout.down + RING;
  const point = editing.selected?.point ?? 0;
  const ring = placeIn(layout, point);
  const lookedAt = useLookedAt();
  const pattern = lookedAt === null ? null : placeIn(layout, lookedAt);
  const choose = (n: number): void => editing.select({ point: n, output: 0 });
  useEffect(() => {
    const box = scroller.current;
    if (box === null || width === 0) return;
    if (ring.y < box.scrollTop + RING) box.scrollTop = ring.y - RING;
    else if (ring.y + layout.down > box.scrollTop + height) box.scrollTop = ring.y + layout.down - height;
  }, [ring.y, layout.down, height, width]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = galleryStep(event.key, point, N, layout.columns);
    if (next !== null) choose(next);
    else if (event.key === 'Delete' || event.key === 'Backspace')
      editing.remove({ point, output: 0 }, N > 1 ? { point: (point + 1) % N, output: 0 } : null);
    else return;
    event.preventDefault();
  };
  const onPointerDown = (event: PointerEvent): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const n = pictureAt(layout, N, event.clientX - box.left, event.clientY - box.top);
    if (n !== null && event.button === 0) choose(n);
  };
  return (
    <div
      className={styles.gallery}
      ref={scroller}
      style={{ height }}
      role="listbox"
      tabIndex={0}
      aria-label="Patterns of the data: arrow keys choose, Delete removes"
      aria-activedescendant={optionId}
      onKeyDown={onKeyDown}
    >
      <div className={styles.sheet} ref={setPlace} style={{ height: whole }} onPointerDown={onPointerDown}>
        {width > 0 ? (
          <>
            <Pictures
              className={styles.layer}
              inputs={inputs}
              shape={shape}
              layout={layout}
              range={range}
              width={width}
              height={whole}
            />
            <GallerySigns data={data} layout={layout} width={width} height={whole} columns={targets} />
            {pattern === null ? null : (
              <div
                className={`${styles.ring} ${styles.pattern}`}
                style={{
                  left: pattern.x - RING,
                  top: pattern.y - RING,
                  width: layout.width,
                  height: layout.height,
                }}
              />
            )}
            <div
              className={styles.ring}
              style={{ left: ring.x - RING, top: ring.y - RING, width: layout.width, height: layout.height }}
            />
          </>
        ) : null}
      </div>
      <span className="visually-hidden" id={optionId} role="option" aria-selected>
        {`pattern ${point + 1} of ${N}`}
      </span>
    </div>
  );
}
