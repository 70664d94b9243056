import { useId, useMemo, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useWidth } from '../../controls/useWidth.ts';
import { Axes } from './Axes.tsx';
import styles from './DataPlot.module.css';
import { FitCurves } from './FitCurves.tsx';
import { Marks, PatternRing, SelectionRing } from './Marks.tsx';
import type { PlotData } from './plotData.ts';
import { frameOf, margins } from './plotFrame.ts';
import { pressKey } from './plotKeys.ts';
import { Surface } from './Surface.tsx';
import { useLookedAt } from './useLookedAt.ts';
import type { PointEditing } from './usePointEditing.ts';
import { usePlotPointer } from './usePlotPointer.ts';

export interface DataPlotProps {
  readonly data: PlotData;
  readonly editing: PointEditing;
  /** Height in pixels; the width is that of the place. */
  readonly height: number;
  readonly large?: boolean;
  /** A press on the plot adds a point. */
  readonly adding?: boolean;
  /** The target column whose surface and colours are on show. */
  readonly output: number;
  /** Id of the element that tells the keys. */
  readonly hintsId: string;
  /** Told when the plot is reached by keys, and when it is left. */
  readonly onKeyboard?: (reached: boolean) => void;
}

/** The data, and the model's fit drawn over them. Points are moved, added and removed by pointer and keys. */
export function DataPlot(props: DataPlotProps) {
  const { data, editing, height, large = false, adding = false, output, hintsId, onKeyboard } = props;
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const width = useWidth(place);
  const optionId = useId();
  const { held, handlersFor } = usePlotPointer(editing, adding);
  const axes = large || data.colouring.kind === 'series';
  const [x, y] = [held?.x ?? data.x, held?.y ?? data.y];
  const margin = margins[axes ? (large ? 'large' : 'small') : 'none'];
  const frame = useMemo(() => frameOf({ width, height }, x, y, margin), [width, height, x, y, margin]);
  const radius = large ? 4 : 2.2;
  const { selected } = editing;
  const lookedAt = useLookedAt();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (!pressKey(event, data, editing)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      className={[
        styles.plot,
        large ? styles.large : styles.small,
        axes ? '' : styles.framed,
        adding ? styles.adding : '',
      ].join(' ')}
      ref={setPlace}
      style={{ height }}
      role="listbox"
      tabIndex={0}
      aria-label="Points of the data"
      aria-describedby={hintsId}
      aria-activedescendant={selected === null ? undefined : optionId}
      onFocus={(event) => onKeyboard?.(event.target.matches(':focus-visible'))}
      onBlur={() => onKeyboard?.(false)}
      onKeyDown={onKeyDown}
      onKeyUp={editing.finishMove}
      {...handlersFor(data, frame)}
    >
      {width > 0 && data.colouring.kind !== 'series' ? (
        <Surface colouring={data.colouring} output={output} frame={frame} />
      ) : null}
      {width > 0 ? (
        <svg className={styles.drawing} width={width} height={height} aria-hidden>
          {axes ? <Axes frame={frame} /> : null}
          <Marks data={data} frame={frame} radius={radius} />
          <FitCurves frame={frame} />
          {lookedAt === null ? null : (
            <PatternRing data={data} frame={frame} radius={radius} pattern={lookedAt} />
          )}
          {selected === null ? null : (
            <SelectionRing data={data} frame={frame} radius={radius} selected={selected} />
          )}
        </svg>
      ) : null}
      {selected === null ? null : (
        <span className="visually-hidden" id={optionId} role="option" aria-selected>
          {`point ${selected.point + 1}`}
        </span>
      )}
    </div>
  );
}
