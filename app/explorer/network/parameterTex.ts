import { type ParameterName, parameterName } from '../../../engine/network/parameterNames.ts';
import type { Topology } from '../../../engine/network/topology.ts';
import { placeOf } from '../../state/imagePlace.ts';

type Source = NonNullable<ParameterName['source']>;

const texText = (name: string): string => `\\text{${name.replace(/[^\p{L}\p{N} .\-]/gu, '·')}}`;

/** What a source is called at its place among what it gives: a unit, or a pixel of a channel. */
const placeIn = (topology: Topology, layer: number, source: Source) => {
  const shape = topology.layers[layer]?.sources.find((one) => one.layer === source.layer)?.shape ?? [];
  return source.kernel === undefined ? placeOf(shape, source.i) : null;
};

/**
 * KaTeX of a parameter, units counted from 1 (PRML 5.2): `w_{j,i}^{(l)}`, a bias `w_{j,0}^{(l)}`; a skip
 * connection names the layer it comes from. A kernel's weight to channel c from channel i is
 * `w_{c,i[row,column]}^{(l)}`.
 */
export function parameterTex(topology: Topology, index: number): string {
  const { layer, j, source } = parameterName(topology, index);
  const at = source?.kernel === undefined ? '' : `[${source.kernel.row + 1},${source.kernel.column + 1}]`;
  const from = source === null ? '0' : `${source.i + 1}${at}`;
  const skip = source !== null && source.layer !== layer - 1;
  const named = skip ? `\\,${texText(source.layerName)}\\,${from}` : from;
  return `w_{${j + 1},${named}}^{(${layer + 1})}`;
}

/**
 * The same in words: `weight from input 2 to hidden1 unit 4`, `bias of hidden1 unit 4`, `conv1 kernel to channel 1
 * from channel 1, row 2, column 3`.
 */
export function parameterText(topology: Topology, index: number): string {
  const { layer, layerName, j, source } = parameterName(topology, index);
  const isChannel = topology.layers[layer]?.shape.length === 3;
  const unit = `${layerName} ${isChannel ? 'channel' : 'unit'} ${j + 1}`;
  if (source === null) return `bias of ${unit}`;
  if (source.kernel !== undefined) {
    const { row, column } = source.kernel;
    return `${layerName} kernel to channel ${j + 1} from channel ${source.i + 1}, row ${row + 1}, column ${column + 1}`;
  }
  const pixel = placeIn(topology, layer, source);
  if (pixel !== null) {
    const { channel, row, column } = pixel;
    return `weight from ${source.layerName} channel ${channel + 1}, row ${row + 1}, column ${column + 1} to ${unit}`;
  }
  const from = source.layer < 0 ? `input ${source.i + 1}` : `${source.layerName} unit ${source.i + 1}`;
  return `weight from ${from} to ${unit}`;
}
