import { useMemo, useState } from 'react';
import type { SurfaceModel } from '../../../workers/protocol.ts';
import { Figure } from '../../charts/Figure.tsx';
import { formatNumber } from '../../controls/formatNumber.ts';
import { useWidth } from '../../controls/useWidth.ts';
import { modelStyles } from './modelStyles.ts';
import { mainFigure, type SurfaceView } from './surfaceFigure.ts';
import styles from './SurfaceLens.module.css';

interface SurfacePlotProps {
  readonly view: SurfaceView;
  readonly models: readonly SurfaceModel[];
}

const TALLEST = 460;

/** What the figure says, in one sentence. */
function labelOf({ names: [p, q], picture, levels }: SurfaceView, models: readonly SurfaceModel[]): string {
  const over = models.map((model) => modelStyles[model].label).join(', ');
  const [E, low, high] = [picture.plane.error, levels.low, levels.high].map((value) => formatNumber(value));
  return `Contours of the error over ${p.text} and ${q.text}, within ${formatNumber(picture.question.span)} of the present weights: E is ${E} here, from ${low} to ${high} on the plane${over === '' ? '' : `; laid over it: ${over}`}.`;
}

/** The error and, at the same heights, the lines of every model that is chosen. */
export function SurfacePlot({ view, models }: SurfacePlotProps) {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const width = useWidth(element);
  const key = models.join();
  const { traces, layout } = useMemo(
    () => mainFigure(view, key === '' ? [] : (key.split(',') as SurfaceModel[])),
    [view, key],
  );
  const height = Math.min(TALLEST, Math.max(260, Math.round(width * 0.86)));
  return (
    <div className={styles.plot} ref={setElement}>
      <Figure traces={traces} layout={layout} label={labelOf(view, models)} height={height} />
    </div>
  );
}
