import { memo } from 'react';
import { useTheme } from '../../theme/theme.ts';
import { groupColour } from './classColours.ts';
import styles from './DataPlot.module.css';
import { markPaths } from './markPaths.ts';
import type { MarkId, PlotData } from './plotData.ts';
import type { PlotFrame } from './plotFrame.ts';

interface MarksProps {
  readonly data: PlotData;
  readonly frame: PlotFrame;
  readonly radius: number;
}

/** All points of the data. */
export const Marks = memo(function Marks({ data, frame, radius }: MarksProps) {
  const theme = useTheme((state) => state.theme);
  const { marks, colouring } = data;
  return (
    <g className={colouring.kind === 'values' ? styles.outlined : undefined}>
      {markPaths(marks, colouring, frame, radius).map(({ group, d }) => (
        <path key={group} d={d} fill={groupColour(colouring, group, theme)} />
      ))}
    </g>
  );
});

/** A ring around the selected point. */
export function SelectionRing({ data, frame, radius, selected }: MarksProps & { readonly selected: MarkId }) {
  const mark = data.marks.find(({ point, output }) => point === selected.point && output === selected.output);
  if (mark === undefined) return null;
  return <circle className={styles.ring} cx={frame.x(mark.x)} cy={frame.y(mark.y)} r={radius + 4} />;
}

/** A ring around the pattern that is looked at, in its first target on show. */
export function PatternRing({ data, frame, radius, pattern }: MarksProps & { readonly pattern: number }) {
  const mark = data.marks.find(({ point }) => point === pattern);
  if (mark === undefined) return null;
  return <circle className={styles.pattern} cx={frame.x(mark.x)} cy={frame.y(mark.y)} r={radius + 3} />;
}
