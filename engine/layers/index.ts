/** The list of layer kinds. A new one is a file of its own, its spec in experiment/problem.ts and a line here. */
import type { LayerKindName, LayerSpec } from '../experiment/problem.ts';
import { add } from './add.ts';
import { averagePool } from './averagePool.ts';
import { conv2d } from './conv2d.ts';
import { dense } from './dense.ts';
import type { Layer, LayerKind } from './layer.ts';
import { maxPool } from './maxPool.ts';

/** Every layer kind by its name, in the order of menus. */
export const layerKinds = {
  dense,
  conv2d,
  'average-pool': averagePool,
  'max-pool': maxPool,
  add,
} satisfies { readonly [K in LayerKindName]: LayerKind<Extract<LayerSpec, { readonly kind: K }>> };

/** All names, in the order of menus. */
export const layerKindNames = Object.keys(layerKinds) as readonly LayerKindName[];

/**
 * The kind of a spec, typed as what all have in common.
 * @throws `unknown layer kind: conv3d`
 */
export function layerKindOf({ kind }: LayerSpec): LayerKind {
  if (!Object.hasOwn(layerKinds, kind)) throw new Error(`unknown layer kind: ${kind}`);
  return layerKinds[kind];
}

/** The passes of a layer. */
export const passesOf = ({ spec }: Layer): LayerKind => layerKindOf(spec);
