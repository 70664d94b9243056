import { formatNumber } from '../../controls/formatNumber.ts';
import styles from './DataPlot.module.css';
import type { PlotFrame } from './plotFrame.ts';

const PIXELS_PER_TICK = 46;

const tickCount = (pixels: number): number => Math.max(3, Math.min(6, Math.floor(pixels / PIXELS_PER_TICK)));

/** A few ticks with hairlines across the plot. */
export function Axes({ frame }: { readonly frame: PlotFrame }) {
  const { left, right, top, bottom, x, y } = frame;
  return (
    <g className={styles.axes} aria-hidden>
      {y.ticks(tickCount(bottom - top)).map((tick) => (
        <g key={`y${tick}`}>
          <line x1={left} x2={right} y1={y(tick)} y2={y(tick)} />
          <text x={left - 5} y={y(tick)} dy="0.32em" textAnchor="end">
            {formatNumber(tick)}
          </text>
        </g>
      ))}
      {x.ticks(tickCount(right - left)).map((tick) => (
        <g key={`x${tick}`}>
          <line x1={x(tick)} x2={x(tick)} y1={top} y2={bottom} />
          <text x={x(tick)} y={bottom + 13} textAnchor="middle">
            {formatNumber(tick)}
          </text>
        </g>
      ))}
    </g>
  );
}
