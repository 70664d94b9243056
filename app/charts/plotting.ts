/** plotly.js with the traces that the page draws; one chunk, loaded with the first figure. */
import Plotly from 'plotly.js/lib/core';
import bar from 'plotly.js/lib/bar';
import contour from 'plotly.js/lib/contour';
import heatmap from 'plotly.js/lib/heatmap';

Plotly.register([heatmap, contour, bar]);

export { Plotly };
export type { PlotlyPoint } from 'plotly.js/lib/core';
