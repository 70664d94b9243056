import { curveColour } from './classColours.ts';
import styles from './DataPlot.module.css';
import { curvePaths } from './curvePaths.ts';
import type { PlotFrame } from './plotFrame.ts';
import { useFit } from './useFit.ts';

/** The model's answer to every input, one curve for each output, cut off at the window. */
export function FitCurves({ frame }: { readonly frame: PlotFrame }) {
  const fit = useFit();
  if (fit === null || fit.grid.rows > 1) return null;
  const curves = curvePaths(fit.outputs, fit.grid, frame);
  const { left, top, right, bottom } = frame;
  const inside = { x: left, y: top, width: right - left, height: bottom - top };
  return (
    <svg {...inside} viewBox={`${inside.x} ${inside.y} ${inside.width} ${inside.height}`}>
      {curves.map(({ output, d }) => (
        <path key={output} className={styles.curve} d={d} stroke={curveColour(output, curves.length)} />
      ))}
    </svg>
  );
}
