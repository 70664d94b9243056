import type { FigureLayout, Trace } from './figure/spec.ts';

/** A point of a figure that was clicked. */
export interface FigurePoint {
  readonly trace: number;
  readonly point: number;
  readonly x: number;
  readonly y: number;
}

export interface FigureProps {
  /** Colours from `useInk`. */
  readonly traces: readonly Trace[];
  readonly layout?: FigureLayout;
  /** What the figure says, in one sentence, read aloud in its place. */
  readonly label: string;
  /** Pixels, a legend included. */
  readonly height?: number;
  readonly onPoint?: (point: FigurePoint) => void;
}
