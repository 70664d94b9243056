import { parameterName } from '../../../engine/network/parameterNames.ts';
import type { Topology } from '../../../engine/network/topology.ts';

const texText = (name: string): string => `\\text{${name.replace(/[^\p{L}\p{N} .\-]/gu, '·')}}`;

/**
 * KaTeX of a parameter, units counted from 1 (PRML 5.2): `w_{j,i}^{(l)}`, a bias `w_{j,0}^{(l)}`; a skip
 * connection names the layer it comes from.
 */
export function parameterTex(topology: Topology, index: number): string {
  const { layer, j, source } = parameterName(topology, index);
  const from = source === null ? '0' : String(source.i + 1);
  const skip = source !== null && source.layer !== layer - 1;
  const named = skip ? `\\,${texText(source.layerName)}\\,${from}` : from;
  return `w_{${j + 1},${named}}^{(${layer + 1})}`;
}

/** The same in words: `weight from input 2 to hidden1 unit 4`, `bias of hidden1 unit 4`. */
export function parameterText(topology: Topology, index: number): string {
  const { layerName, j, source } = parameterName(topology, index);
  const unit = `${layerName} unit ${j + 1}`;
  if (source === null) return `bias of ${unit}`;
  const from = source.layer < 0 ? `input ${source.i + 1}` : `${source.layerName} unit ${source.i + 1}`;
  return `weight from ${from} to ${unit}`;
}
