/** The part of plotly.js that charts use; its core and traces come without types. */
declare module 'plotly.js/lib/core' {
  export interface PlotlyPoint {
    /** [row, column] of a heatmap; the number of the point elsewhere. */
    readonly pointIndex: readonly [number, number];
    readonly pointNumber: number;
    /** The trace. */
    readonly curveNumber: number;
    readonly x: number;
    readonly y: number;
    /** Where it is drawn, in pixels of the plot. */
    readonly bbox: { readonly x0: number; readonly x1: number; readonly y0: number; readonly y1: number };
  }
  export interface PlotlyEvents {
    readonly on: (
      name: 'plotly_hover' | 'plotly_unhover' | 'plotly_click',
      listener: (event: { readonly points: readonly PlotlyPoint[] }) => void,
    ) => void;
    readonly removeAllListeners: (name: 'plotly_hover' | 'plotly_unhover' | 'plotly_click') => void;
  }
  export interface PlotlyCore {
    readonly register: (modules: readonly object[]) => void;
    readonly react: (
      element: HTMLElement,
      data: readonly object[],
      layout: object,
      config: object,
    ) => Promise<HTMLElement & PlotlyEvents>;
    readonly purge: (element: HTMLElement) => void;
  }
  const Plotly: PlotlyCore;
  export default Plotly;
}

declare module 'plotly.js/lib/heatmap' {
  const heatmap: object;
  export default heatmap;
}

declare module 'plotly.js/lib/contour' {
  const contour: object;
  export default contour;
}
