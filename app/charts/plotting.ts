/** plotly.js with the traces that the page draws; one chunk, loaded with the first figure that is enlarged. */
import core, { type PlotlyCore } from 'plotly.js/lib/core';
import contour from 'plotly.js/lib/contour';
import heatmap from 'plotly.js/lib/heatmap';

core.register([heatmap, contour]);

/** A name of this module's own: one that is only passed on lets the bundler leave out the line above. */
export const Plotly: PlotlyCore = core;
export type { PlotlyPoint } from 'plotly.js/lib/core';
