import { useEffect, useMemo, useState } from 'react';
import { type Size, useSize } from '../../controls/useSize.ts';
import type { FigureProps } from '../figureProps.ts';
import { useInk } from '../ink.ts';
import styles from './Chart.module.css';
import { chartOf } from './chart.ts';
import type { FigureLayout } from './spec.ts';
import { measureIn } from './measureText.ts';
import { SceneView, TEXT_SIZE } from './SceneView.tsx';
import { tipOf } from './tips.ts';
import { TipView } from './TipView.tsx';
import { usePointer } from './usePointer.ts';

interface SizedProps extends Omit<FigureProps, 'height'> {
  readonly size: Size;
}

const RING = 6;
const none: FigureLayout = {};

function SizedChart({ traces, layout = none, label, onPoint, size }: SizedProps) {
  const { font } = useInk();
  const [element, setElement] = useState<SVGSVGElement | null>(null);
  const { width, height } = size;
  const chart = useMemo(
    () => chartOf({ traces, layout }, { width, height }, measureIn(font, TEXT_SIZE)),
    [traces, layout, width, height, font],
  );
  const pointer = usePointer(element);
  const tip =
    pointer === null ? null : tipOf(chart.frame, chart.series, layout.hovermode, pointer.x, pointer.y);
  const at = tip?.point ?? null;
  useEffect(() => {
    if (element === null || onPoint === undefined || at === null) return;
    const choose = (): void => onPoint(at);
    element.addEventListener('click', choose);
    return () => element.removeEventListener('click', choose);
  });
  return (
    <>
      <svg
        ref={setElement}
        className={onPoint !== undefined && at !== null ? styles.clickable : styles.drawing}
        width={width}
        height={height}
        data-figure=""
        role="img"
        aria-label={label}
      >
        <SceneView chart={chart} />
        {tip === null || at === null ? null : (
          <circle cx={tip.x} cy={tip.y} r={RING} fill="none" stroke="var(--ink)" strokeWidth={1.5} />
        )}
      </svg>
      {tip === null ? null : <TipView tip={tip} frame={chart.frame} />}
    </>
  );
}

/** A figure drawn at the size of its place. */
export function ChartView(props: Omit<FigureProps, 'height'>) {
  const [element, setElement] = useState<HTMLDivElement | null>(null);
  const size = useSize(element);
  return (
    <div className={styles.place} ref={setElement}>
      {size === null ? null : <SizedChart {...props} size={size} />}
    </div>
  );
}
