import type { Source } from './layer.ts';

/**
 * The single image that a layer reads: [channels, height, width].
 * @throws `layer conv1 reads one layer, from has 2`, `layer conv1 needs an image, what it reads is flat: 8`
 */
export function imageOf(name: string, sources: readonly Source[]): readonly number[] {
  if (sources.length !== 1) throw new Error(`layer ${name} reads one layer, from has ${sources.length}`);
  const { shape } = sources[0];
  if (shape.length !== 3)
    throw new Error(`layer ${name} needs an image, what it reads is flat: ${shape.join(' × ')}`);
  return shape;
}
