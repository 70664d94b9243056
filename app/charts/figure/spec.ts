/**
 * What a figure is made of: the part of plotly.js's traces and layout that the house uses, so that the same
 * description is drawn in the page by the chart here and, enlarged, by plotly.js.
 */

/** A missing value is a gap. */
export type Values = ArrayLike<number | null | undefined>;

export type Dash = 'solid' | 'dash' | 'dot' | 'dashdot' | 'longdash' | 'longdashdot';

export type FilledSymbol =
  'circle' | 'diamond' | 'square' | 'triangle-up' | 'triangle-down' | 'cross' | 'x' | 'star';
export type MarkerSymbol = FilledSymbol | `${'circle' | 'diamond'}-open` | 'x-thin' | 'line-ew';

export interface LineStyle {
  readonly color?: string;
  readonly width?: number;
  readonly dash?: Dash;
  /** plotly.js's own smoothing of contours. */
  readonly smoothing?: number;
}

type PerPoint<T> = T | readonly T[];

export interface MarkerStyle {
  readonly symbol?: PerPoint<MarkerSymbol>;
  /** Pixels across. */
  readonly size?: PerPoint<number>;
  readonly color?: PerPoint<string>;
  readonly opacity?: number;
  readonly line?: { readonly color?: PerPoint<string>; readonly width?: PerPoint<number> };
}

interface Hover {
  /** Of the tip: `%{x:.3g}`, `%{y}`, `%{text}`, `<br>`; what stands in `<extra>` is the name. */
  readonly hovertemplate?: string;
  readonly hoverinfo?: 'skip' | 'text';
}

export interface ScatterTrace extends Hover {
  readonly type: 'scatter';
  readonly mode: 'lines' | 'markers' | 'lines+markers';
  readonly x: Values;
  readonly y: Values;
  readonly yaxis?: 'y' | 'y2';
  readonly name?: string;
  readonly legendgroup?: string;
  readonly showlegend?: boolean;
  readonly line?: LineStyle;
  readonly marker?: MarkerStyle;
  readonly opacity?: number;
  /** Between this curve and the last one, or the outline itself. */
  readonly fill?: 'tonexty' | 'toself';
  readonly fillcolor?: string;
  readonly error_y?: {
    readonly type: 'data';
    readonly array: Values;
    readonly color: string;
    readonly thickness: number;
    readonly width: number;
  };
  readonly text?: ArrayLike<string | number>;
  readonly connectgaps?: false;
  readonly cliponaxis?: boolean;
}

export interface Levels {
  readonly start: number;
  readonly end: number;
  readonly size: number;
}

export interface ColourBar {
  readonly thickness: number;
  readonly outlinewidth: 0;
  readonly len: 1;
  readonly title?: { readonly text: string; readonly side: 'top' };
  readonly tickmode?: 'array';
  readonly tickvals?: readonly number[];
  readonly ticktext?: readonly string[];
}

export interface ContourTrace extends Hover {
  readonly type: 'contour';
  /** Evenly spaced. */
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** Row by row, the first y first. */
  readonly z: readonly (readonly (number | null)[])[];
  readonly name?: string;
  readonly zmin?: number;
  readonly zmax?: number;
  /** Two or more colours as `#rrggbb` or `rgb(…)`, at shares of zmin to zmax. */
  readonly colorscale?: readonly (readonly [share: number, colour: string])[];
  readonly autocontour?: false;
  readonly ncontours?: number;
  readonly contours?: Levels & { readonly coloring?: 'fill' | 'none' };
  readonly line: LineStyle;
  readonly text?: readonly (readonly string[])[];
  readonly hoverongaps?: false;
  readonly showlegend?: false;
  readonly showscale?: boolean;
  readonly colorbar?: ColourBar;
}

export type Trace = ScatterTrace | ContourTrace;

export interface AxisSpec {
  readonly type?: 'linear' | 'log';
  readonly title?: {
    readonly text: string | undefined;
    readonly standoff?: number;
    readonly font?: { readonly size: number };
  };
  /** Ends; of a logarithmic axis their logarithms. */
  readonly range?: readonly (number | undefined)[];
  readonly rangemode?: 'tozero';
  readonly tickvals?: readonly number[];
  readonly ticktext?: readonly string[];
  /** A step; of a logarithmic axis decades, or all digits (`D1`), or 1, 2 and 5 (`D2`). */
  readonly dtick?: number | 'D1' | 'D2';
  readonly nticks?: number;
  readonly tickformat?: '~g';
  readonly exponentformat?: 'power' | 'none';
  readonly showticklabels?: false;
  readonly ticks?: '' | 'outside';
  readonly ticklen?: number;
  readonly showgrid?: boolean;
  readonly gridcolor?: string;
  readonly zeroline?: boolean;
  readonly zerolinecolor?: string;
  readonly automargin?: boolean;
  readonly fixedrange?: boolean;
  /** One unit is as long as one of the other axis. */
  readonly scaleanchor?: 'x';
  readonly constrain?: 'domain';
  /** A second axis to the right of the first, over the same plot. */
  readonly overlaying?: 'y';
  readonly side?: 'right';
  /** Shares of the height, from below. */
  readonly domain?: readonly [number, number];
  readonly anchor?: 'x' | 'y2';
}

interface Between {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
  readonly xref?: 'paper';
  readonly yref?: 'paper';
  readonly layer?: 'below';
  readonly line: LineStyle;
  readonly fillcolor?: string;
  readonly opacity?: number;
}

export interface ShapeSpec extends Between {
  readonly type: 'line' | 'rect' | 'circle';
}

interface Place {
  /** Of a logarithmic axis the logarithm; of `paper` a share. */
  readonly x: number;
  readonly y: number;
  readonly xref?: 'paper' | 'x';
  readonly yref?: 'paper' | 'y';
}

export interface TextNote extends Place {
  readonly showarrow: false;
  readonly text: string;
  readonly xanchor?: 'left' | 'right';
  readonly yanchor?: 'top' | 'bottom';
  readonly xshift?: number;
  readonly font?: { readonly color?: string; readonly size?: number };
}

export interface ArrowNote extends Place {
  readonly showarrow: true;
  readonly text: '';
  readonly ax: number;
  readonly ay: number;
  readonly axref: 'x';
  readonly ayref: 'y';
  readonly arrowhead: 2;
  readonly arrowsize: number;
  readonly arrowwidth: number;
  readonly arrowcolor: string;
}

export interface FigureLayout {
  readonly xaxis?: AxisSpec;
  readonly yaxis?: AxisSpec;
  readonly yaxis2?: AxisSpec;
  readonly shapes?: readonly ShapeSpec[];
  readonly annotations?: readonly (TextNote | ArrowNote)[];
  readonly showlegend?: boolean;
  /** Above the plot where `y` is above its middle, else below. */
  readonly legend?: {
    readonly orientation: 'h';
    readonly x: 0;
    readonly y: number;
    readonly yanchor?: 'bottom';
  };
  readonly hovermode?: 'closest' | 'x';
  /** plotly.js's own: the margins, and what keeps the reader's zoom. */
  readonly margin?: { readonly l: number; readonly r: number; readonly t: number; readonly b: number };
  readonly uirevision?: string;
  readonly dragmode?: false;
}

/** Traces with their layout. */
export interface FigureSpec {
  readonly traces: readonly Trace[];
  readonly layout: FigureLayout;
}
