/** A point of a figure that was clicked. */
export interface FigurePoint {
  readonly trace: number;
  readonly point: number;
  readonly x: number;
  readonly y: number;
}

export interface FigureProps {
  /** plotly.js traces; colours from `useInk`. */
  readonly traces: readonly object[];
  /** Laid over the house's layout. */
  readonly layout?: object;
  /** What the figure says, in one sentence, read aloud in its place. */
  readonly label: string;
  /** Pixels. */
  readonly height?: number;
  readonly onPoint?: (point: FigurePoint) => void;
}
