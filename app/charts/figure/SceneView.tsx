import { memo, useId } from 'react';
import type { Chart } from './chart.ts';
import type { Box } from './frame.ts';
import { RichSvg } from './RichText.tsx';
import type { SceneText } from './scene.ts';
import { Stroke } from './Stroke.tsx';

export const TEXT_SIZE = 12;

const baselines = { middle: 'central', hanging: 'hanging', auto: 'auto' } as const;

const nameOf = ({ left, right, top, bottom }: Box): string =>
  [left, right, top, bottom].map((edge) => Math.round(edge)).join('-');

function Text({ x, y, text, anchor, baseline, colour, size = TEXT_SIZE, upright = false }: SceneText) {
  return (
    <text
      x={upright ? undefined : x}
      y={upright ? undefined : y}
      transform={upright ? `translate(${x} ${y}) rotate(-90)` : undefined}
      textAnchor={anchor}
      dominantBaseline={baselines[baseline]}
      fontSize={size}
      fill={colour ?? 'var(--ink-2)'}
    >
      <RichSvg text={text} size={size} />
    </text>
  );
}

/** The strokes and texts of a chart. */
function Scene({ chart: { frame, paths, texts } }: { readonly chart: Chart }) {
  const id = useId();
  const boxes = new Map(
    [frame.plot, frame.y.box, ...(frame.y2 === null ? [] : [frame.y2.box])].map((box) => [nameOf(box), box]),
  );
  return (
    <>
      <defs>
        {Array.from(boxes, ([name, { left, right, top, bottom }]) => (
          <clipPath key={name} id={`${id}${name}`}>
            <rect x={left} y={top} width={Math.max(0, right - left)} height={Math.max(0, bottom - top)} />
          </clipPath>
        ))}
      </defs>
      {paths.map((path, at) => (
        <Stroke
          key={at}
          path={path}
          clip={path.within === undefined ? undefined : `url(#${id}${nameOf(path.within)})`}
        />
      ))}
      {texts.map((text, at) => (
        <Text key={at} {...text} />
      ))}
    </>
  );
}

export const SceneView = memo(Scene);
