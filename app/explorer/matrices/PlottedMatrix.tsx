import { useEffect, useState } from 'react';
import type { MatrixId } from '../../../engine/curvature/index.ts';
import { asError } from '../../../workers/asError.ts';
import { useLab } from '../../state/useLab.ts';
import { useTheme } from '../../theme/theme.ts';
import type { Boundaries } from './boundaries.ts';
import { drawPlot, followThrottled, type PlotTip, Plotly } from './drawPlot.ts';
import styles from './PlottedMatrix.module.css';

export interface PlottedMatrixProps {
  readonly id: MatrixId;
  readonly boundaries: Boundaries;
}

/** A matrix to be read rather than watched: axes, zoom, a colour bar. Loaded when first needed. */
export default function PlottedMatrix({ id, boundaries }: PlottedMatrixProps) {
  const lab = useLab();
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  const [tip, setTip] = useState<PlotTip | null>(null);
  const theme = useTheme((state) => state.theme);
  useEffect(() => {
    if (element === null) return;
    return followThrottled(lab, () => {
      drawPlot(element, { lab, id, boundaries, theme, onTip: setTip }).catch((reason: unknown) =>
        setFailure(asError(reason)),
      );
    });
  }, [lab, element, id, boundaries, theme]);
  useEffect(() => (element === null ? undefined : () => Plotly.purge(element)), [element]);
  if (failure !== null) throw failure;
  return (
    <div className={styles.plotted}>
      <div className={styles.plot} ref={setElement} />
      {tip === null ? null : (
        <div className={styles.tip} style={{ left: tip.x, top: tip.y }} aria-hidden>
          {tip.place}
          <b>{tip.value}</b>
        </div>
      )}
    </div>
  );
}
