import type { ScatterTrace } from '../../charts/figure/spec.ts';
import type { Topology } from '../../../engine/network/topology.ts';
import type { Comparison, LayerPairs } from '../../../workers/protocol.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import { parameterText } from '../../explorer/network/parameterTex.ts';
import { cycle, symbols } from './seriesColours.ts';

export interface ScatterStyle {
  readonly colours: readonly string[];
  readonly line: string;
}

/** `hidden1 × output`. */
const pairName = ({ names, pairs }: LayerPairs, pair: number): string => {
  const { l = 0, m = 0 } = pairs[pair] ?? {};
  return l === m ? (names[l] ?? '') : `${names[m] ?? ''} × ${names[l] ?? ''}`;
};

/** The line on which both are the same, over all points. */
function equality({ exact, approximate }: Comparison['points'], colour: string): ScatterTrace {
  const all = [...exact, ...approximate];
  const ends = [all.reduce((x, y) => Math.min(x, y), 0), all.reduce((x, y) => Math.max(x, y), 0)];
  return {
    type: 'scatter',
    mode: 'lines',
    x: ends,
    y: ends,
    name: 'the same',
    line: { color: colour, width: 1, dash: 'dash' },
    hoverinfo: 'skip',
  };
}

/** One trace a pair of layers, the tip with the names of both weights, and the line of equality under them. */
export function scatterTraces(
  topology: Topology,
  { points, blocks }: Comparison,
  { colours, line }: ScatterStyle,
): readonly ScatterTrace[] {
  const traces = blocks.pairs.map((_, pair): ScatterTrace => {
    const own = Array.from(points.pair.keys()).filter((q) => points.pair[q] === pair);
    const take = (values: ArrayLike<number>): number[] => own.map((q) => values[q] ?? NaN);
    return {
      type: 'scatter',
      mode: 'markers',
      name: pairName(blocks, pair),
      x: take(points.exact),
      y: take(points.approximate),
      text: own.map((q) => {
        const [row = 0, column = 0] = [points.rows[q], points.columns[q]];
        const [exact, approximate] = [points.exact[q] ?? NaN, points.approximate[q] ?? NaN];
        return `${parameterText(topology, row)}<br>${parameterText(topology, column)}<br>exact ${formatNumber(exact)}, approximate ${formatNumber(approximate)}`;
      }),
      hoverinfo: 'text',
      marker: { color: cycle(colours, pair), symbol: cycle(symbols, pair), size: 5, opacity: 0.6 },
    };
  });
  return [equality(points, line), ...traces.filter(({ x }) => x.length > 0)];
}
