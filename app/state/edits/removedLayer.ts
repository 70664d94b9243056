import type { LayerSpec } from '../../../engine/experiment/problem.ts';

/** The layers without one of them: its readers read what it read. */
export function withoutLayer(layers: readonly LayerSpec[], name: string): readonly LayerSpec[] {
  const inherited = layers.find((layer) => layer.name === name)?.from ?? [];
  return layers
    .filter((layer) => layer.name !== name)
    .map((layer) => {
      if (!layer.from.includes(name)) return layer;
      const from = layer.from.flatMap((source) => (source === name ? inherited : [source]));
      return { ...layer, from: [...new Set(from)] };
    });
}
