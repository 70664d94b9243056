import { useEffect, useState } from 'react';
import { asError } from '../../workers/asError.ts';
import type { FigureLayout } from './figure/spec.ts';
import type { FigureProps } from './figureProps.ts';
import styles from './Figure.module.css';
import { useInk, type Ink } from './ink.ts';
import { plotConfig } from './plotConfig.ts';
import { Plotly } from './plotting.ts';

/** A picture to assistive technology, so nothing in it takes the focus. */
const config = { ...plotConfig, displayModeBar: false };

const axis = ({ hairline, ink3 }: Ink): object => ({
  gridcolor: hairline,
  linecolor: ink3,
  zerolinecolor: ink3,
  automargin: true,
  exponentformat: 'power',
});

const layoutFor = (ink: Ink, { xaxis, yaxis, ...layout }: FigureLayout): object => ({
  autosize: true,
  margin: { l: 44, r: 10, t: 10, b: 40 },
  paper_bgcolor: 'rgba(0,0,0,0)',
  plot_bgcolor: 'rgba(0,0,0,0)',
  font: { family: ink.font, size: 12, color: ink.ink2 },
  hoverlabel: { font: { family: ink.font } },
  legend: { orientation: 'h', y: -0.18, x: 0 },
  showlegend: true,
  ...layout,
  xaxis: { ...axis(ink), ...xaxis },
  yaxis: { ...axis(ink), ...yaxis },
});

/** A figure as plotly.js draws it, with zoom. */
export function PlottedFigure({ traces, layout = {}, label, onPoint }: FigureProps) {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  const ink = useInk();
  useEffect(() => {
    if (element === null) return;
    let newest = true;
    Plotly.react(element, traces, layoutFor(ink, layout), config).then(
      (plot) => {
        if (!newest) return;
        plot.removeAllListeners('plotly_click');
        plot.on('plotly_click', ({ points: [point] }) => {
          if (point === undefined) return;
          const { curveNumber, pointNumber, x, y } = point;
          onPoint?.({ trace: curveNumber, point: pointNumber, x, y });
        });
      },
      (reason: unknown) => setFailure(asError(reason)),
    );
    return () => {
      newest = false;
    };
  }, [element, traces, layout, ink, onPoint]);
  useEffect(() => (element === null ? undefined : () => Plotly.purge(element)), [element]);
  if (failure !== null) throw failure;
  return <div className={styles.plotly} ref={setElement} role="img" aria-label={label} />;
}
