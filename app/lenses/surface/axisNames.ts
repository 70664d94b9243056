import { parameterName } from '../../../engine/network/parameterNames.ts';
import type { Topology } from '../../../engine/network/topology.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import { parameterText } from '../../explorer/network/parameterTex.ts';
import type { SurfacePicture } from './surfaceFollower.ts';

/** What an axis is called: in words, for an axis of plotly.js, and what its middle stands for. */
export interface AxisName {
  readonly text: string;
  readonly html: string;
  readonly middle: number;
}

const plain = (name: string): string => name.replace(/[^\p{L}\p{N} .\-]/gu, '·');

/** A weight's symbol in the tags that plotly.js knows: `w<sub>2,1</sub><sup>(1)</sup>`. */
export function weightHtml(topology: Topology, index: number): string {
  const { layer, j, source } = parameterName(topology, index);
  const kernel = source?.kernel === undefined ? '' : `[${source.kernel.row + 1},${source.kernel.column + 1}]`;
  const skip = source !== null && source.layer !== layer - 1 ? `${plain(source.layerName)} ` : '';
  const from = source === null ? '0' : `${skip}${source.i + 1}${kernel}`;
  return `w<sub>${j + 1},${from}</sub><sup>(${layer + 1})</sup>`;
}

/** The names of both axes of a picture. */
export function axisNames(
  { question: { axes, first, second, problem }, plane }: SurfacePicture,
  topology: Topology,
): readonly [AxisName, AxisName] {
  const nameOf = (index: number, λ: number): AxisName => {
    if (axes === 'weights')
      return {
        text: parameterText(topology, index),
        html: weightHtml(topology, index),
        middle: problem.parameters[index] ?? 0,
      };
    const text = `along eigenvector ${index + 1} (λ = ${formatNumber(λ, 3)})`;
    return { text, html: text, middle: 0 };
  };
  const [pp, , qq] = plane.models.exact.matrix;
  return [nameOf(first, pp), nameOf(second, qq)];
}
