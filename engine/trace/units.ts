import type { LayerSpec } from '../experiment/problem.ts';
import { biasIndex, weightIndex } from '../network/parameterNames.ts';
import type { Topology } from '../network/topology.ts';

/** A weight as one of its two units sees it. */
interface Connection {
  /** The unit at the other end. */
  readonly unit: number;
  /** Index in the parameter vector. */
  readonly weight: number;
}

/** A unit of a dense layer with all its connections. */
export interface Unit {
  readonly unit: number;
  readonly spec: LayerSpec;
  readonly isOutput: boolean;
  readonly bias: number;
  /** In the order of the layer's inputs. */
  readonly reads: readonly Connection[];
  readonly readBy: readonly Connection[];
}

/** First unit of the inputs and of each layer, then the number of units. */
export function offsetsOf({ inputUnits, layers }: Topology): number[] {
  const offsets = [0, inputUnits];
  for (const { units } of layers) offsets.push(offsets[offsets.length - 1] + units);
  return offsets;
}

/**
 * The units of all layers in topological order, weight by weight. O(W).
 * @throws `needs dense layers, conv1 is: conv2d`
 */
export function unitsOf(topology: Topology): Unit[] {
  const { layers } = topology;
  const other = layers.find(({ spec }) => spec.kind !== 'dense');
  if (other !== undefined) throw new Error(`needs dense layers, ${other.spec.name} is: ${other.spec.kind}`);
  const offsets = offsetsOf(topology);
  const readBy = Array.from({ length: offsets[offsets.length - 1] }, (): Connection[] => []);
  return layers
    .flatMap(({ index, spec, units, sources }) =>
      Array.from({ length: units }, (_, j) => {
        const unit = offsets[index + 1] + j;
        const reads: Connection[] = [];
        for (const source of sources) {
          for (let i = 0; i < source.units; i++) {
            const weight = weightIndex(topology, index, j, source.column + i);
            reads.push({ unit: offsets[source.layer + 1] + i, weight });
          }
        }
        for (const { unit: from, weight } of reads) readBy[from].push({ unit, weight });
        const isOutput = index === layers.length - 1;
        return { unit, spec, isOutput, bias: biasIndex(topology, index, j), reads };
      }),
    )
    .map((one) => ({ ...one, readBy: readBy[one.unit] }));
}
