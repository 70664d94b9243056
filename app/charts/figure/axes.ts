import { type Frame, type FrameAxis, type FrameY, TICK_GAP } from './frame.ts';
import { px, type ScenePath, type SceneText } from './scene.ts';

interface Drawn {
  readonly paths: readonly ScenePath[];
  readonly texts: readonly SceneText[];
}

const TITLE_SIZE = 12;

interface Colours {
  readonly grid: string;
  readonly zero: string;
}

/** A line at zero, where it is wanted and there. */
const hasZero = ({ spec, range }: FrameAxis): boolean =>
  spec.zeroline !== false && spec.type !== 'log' && range.low < 0 && range.high > 0;

function across({ plot, x, height }: Frame, colours: Colours): Drawn {
  const { spec, ticks, pixelOf } = x;
  const [top, bottom] = [px(plot.top), px(plot.bottom)];
  const upright = (at: number): string => `M${px(pixelOf(at))},${top}V${bottom}`;
  const grid =
    spec.showgrid === false
      ? []
      : [
          {
            d: ticks.map(({ at }) => upright(at)).join(''),
            stroke: spec.gridcolor ?? colours.grid,
            width: 1,
          },
        ];
  const zero = hasZero(x) ? [{ d: upright(0), stroke: spec.zerolinecolor ?? colours.zero, width: 1 }] : [];
  const marks =
    spec.ticks === 'outside'
      ? [
          {
            d: ticks.map(({ at }) => `M${px(pixelOf(at))},${bottom}v${spec.ticklen ?? 4}`).join(''),
            stroke: colours.zero,
            width: 1,
          },
        ]
      : [];
  if (spec.showticklabels === false) return { paths: [...grid, ...zero], texts: [] };
  const texts = ticks.map(({ at, text }): SceneText => ({
    x: pixelOf(at),
    y: plot.bottom + TICK_GAP,
    text,
    anchor: 'middle',
    baseline: 'hanging',
  }));
  const title: readonly SceneText[] =
    spec.title?.text === undefined
      ? []
      : [
          {
            x: (plot.left + plot.right) / 2,
            y: Math.min(height - 4, plot.bottom + x.titleBelow),
            text: spec.title.text,
            anchor: 'middle',
            baseline: 'auto',
            size: TITLE_SIZE,
          },
        ];
  return { paths: [...grid, ...zero, ...marks], texts: [...texts, ...title] };
}

function upward(axis: FrameY, { plot, width }: Frame, colours: Colours): Drawn {
  const { spec, ticks, pixelOf, box } = axis;
  const isRight = spec.side === 'right';
  const level = (at: number): string => `M${px(box.left)},${px(pixelOf(at))}H${px(box.right)}`;
  const grid =
    spec.showgrid === false
      ? []
      : [{ d: ticks.map(({ at }) => level(at)).join(''), stroke: spec.gridcolor ?? colours.grid, width: 1 }];
  const zero = hasZero(axis) ? [{ d: level(0), stroke: spec.zerolinecolor ?? colours.zero, width: 1 }] : [];
  if (spec.showticklabels === false) return { paths: [...grid, ...zero], texts: [] };
  const texts = ticks.map(({ at, text }): SceneText => ({
    x: isRight ? plot.right + TICK_GAP : plot.left - TICK_GAP,
    y: pixelOf(at),
    text,
    anchor: isRight ? 'start' : 'end',
    baseline: 'middle',
  }));
  const title: readonly SceneText[] =
    spec.title?.text === undefined
      ? []
      : [
          {
            x: isRight ? width - 10 : 10,
            y: (box.top + box.bottom) / 2,
            text: spec.title.text,
            anchor: 'middle',
            baseline: 'middle',
            size: TITLE_SIZE,
            upright: true,
          },
        ];
  return { paths: [...grid, ...zero], texts: [...texts, ...title] };
}

/** Grid, lines at zero, ticks and titles. */
export function drawnAxes(frame: Frame, colours: Colours): Drawn {
  const parts = [
    across(frame, colours),
    upward(frame.y, frame, colours),
    ...(frame.y2 === null ? [] : [upward(frame.y2, frame, colours)]),
  ];
  return { paths: parts.flatMap(({ paths }) => paths), texts: parts.flatMap(({ texts }) => texts) };
}
