import { useMemo } from 'react';
import { topologyOf } from '../../../engine/network/topology.ts';
import type { Products } from '../../../workers/protocol.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import type { Computed } from '../../state/results.ts';
import { parameterTex, parameterText } from '../network/parameterTex.ts';
import type { DirectionStripProps } from './DirectionStrip.tsx';
import type { EntryValuesProps } from './EntryValues.tsx';
import { productFacts, type ProductFacts } from './productFacts.ts';
import { barsOf, binsOf, largestOf } from './stripBars.ts';
import { useStripMark } from './useStripMark.ts';

const WIDTH = 220;
const HEIGHT = 36;

export interface ProductPicture {
  readonly strip: DirectionStripProps;
  readonly entry: EntryValuesProps;
  readonly facts: ProductFacts;
}

/** Everything drawn of one product. Hv and Gv share a scale, v has its own. */
export function useProductPicture({ experiment, value }: Computed<Products>): ProductPicture {
  const { v, Hv, Gv, oneSided, central } = value;
  const W = v.length;
  const topology = useMemo(() => topologyOf(experiment.network), [experiment.network]);
  const bins = useMemo(() => binsOf(W, WIDTH), [W]);
  const facts = useMemo(() => productFacts(value), [value]);
  const rows = useMemo(() => {
    const most = largestOf([Hv, Gv]);
    return [
      { name: 'v', bars: barsOf(v, bins, largestOf([v]), WIDTH, HEIGHT) },
      { name: 'Hv', bars: barsOf(Hv, bins, most, WIDTH, HEIGHT) },
      { name: 'Gv', bars: barsOf(Gv, bins, most, WIDTH, HEIGHT) },
    ];
  }, [v, Hv, Gv, bins]);
  const mark = useStripMark(W, bins);
  const at = (values: Float64Array): number => values[mark.index] ?? NaN;
  const bin = bins.findIndex(({ to }) => mark.index < to);
  const text = parameterText(topology, mark.index);
  return {
    facts,
    strip: {
      rows,
      width: WIDTH,
      height: HEIGHT,
      W,
      mark,
      markAt: (bin + 0.4) / bins.length,
      valueText: `${text}: v ${formatNumber(at(v))}, Hv ${formatNumber(at(Hv))}, Gv ${formatNumber(at(Gv))}`,
    },
    entry: {
      tex: parameterTex(topology, mark.index),
      text,
      values: [
        { name: 'v', value: at(v) },
        { name: 'Hv', value: at(Hv) },
        { name: 'Gv', value: at(Gv) },
        { name: 'one-sided', value: at(oneSided) },
        { name: 'central', value: at(central) },
      ],
    },
  };
}
