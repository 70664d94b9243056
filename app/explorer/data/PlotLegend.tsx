import { useTheme } from '../../theme/theme.ts';
import { classColour, groupColour } from './classColours.ts';
import styles from './DataPanel.module.css';
import { MarkSign } from './MarkSign.tsx';
import { type MarkShape, shapeOf } from './markPaths.ts';
import { type Colouring, VALUE_GROUPS } from './plotData.ts';
import { columnName } from './pointFields.ts';

interface LegendEntry {
  readonly label: string;
  readonly shape: MarkShape;
  readonly colour: string;
}

/** What the marks mean. */
export function PlotLegend({
  colouring,
  columns,
}: {
  readonly colouring: Colouring;
  readonly columns: number;
}) {
  const theme = useTheme((state) => state.theme);
  const entry = (group: number, label: string): LegendEntry => ({
    label,
    shape: shapeOf(colouring, group),
    colour: colouring.kind === 'series' ? groupColour(colouring, group, theme) : classColour(group),
  });
  const entries = {
    series: () => Array.from({ length: columns }, (_, k) => entry(k, columnName('t', k, columns))),
    classes: () =>
      colouring.kind === 'classes' && colouring.oneHot
        ? Array.from({ length: columns }, (_, k) => entry(k, `class ${k + 1}`))
        : [entry(0, 't = 1'), entry(1, 't = 0')],
    values: () =>
      [
        [0, 't < 0'],
        [VALUE_GROUPS - 1, 't > 0'],
      ].map(([group, label]) => ({
        label: String(label),
        shape: 'circle' as const,
        colour: groupColour(colouring, Number(group), theme),
      })),
  } satisfies Record<Colouring['kind'], () => readonly LegendEntry[]>;
  return (
    <span className={styles.legend}>
      {entries[colouring.kind]().map(({ label, shape, colour }) => (
        <span key={label}>
          <MarkSign shape={shape} colour={colour} /> {label}
        </span>
      ))}
    </span>
  );
}
