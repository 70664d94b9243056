import type { ScenePath } from './scene.ts';

interface StrokeProps {
  readonly path: ScenePath;
  /** `url(#…)` of what cuts it off. */
  readonly clip?: string | undefined;
}

/** One stroke or filled outline. */
export function Stroke({ path: { d, stroke, width, dashes, fill, opacity }, clip }: StrokeProps) {
  return (
    <path
      d={d}
      stroke={stroke}
      strokeWidth={width}
      strokeDasharray={dashes}
      strokeLinejoin="round"
      fill={fill ?? 'none'}
      opacity={opacity}
      clipPath={clip}
    />
  );
}
