import type { LayerKindName, NetworkSpec } from '../../../engine/experiment/problem.ts';
import { layerKindNames, layerKinds } from '../../../engine/layers/index.ts';
import type { Shape } from '../../../engine/layers/layer.ts';
import { INPUT } from '../../../engine/network/topology.ts';
import { reasonOf } from '../../../workers/asError.ts';
import type { Edit } from '../experiment.ts';
import { inserted, readsImage } from './newLayer.ts';
import { type Place, placesOf, shapeText } from './places.ts';
import { checkNetwork, withNetwork } from './withNetwork.ts';

/**
 * Adds a layer of a kind after another (or `input`), in front of the first layer that read it.
 * @throws `no hidden layer to come after: output`, and what withNetwork says
 */
export const insertLayer =
  (kind: LayerKindName, after: string, beside?: string): Edit =>
  (experiment) =>
    withNetwork(experiment, inserted(experiment.network, kind, after, beside));

/** Adds a dense layer before the output. */
export const addLayer: Edit = (experiment) =>
  insertLayer('dense', placesOf(experiment.network).at(-1)?.name ?? INPUT)(experiment);

/** A layer that could be added: what it would give, or why it can't be. */
export interface Insertion {
  readonly kind: LayerKindName;
  readonly label: string;
  /** The other layer that a sum adds. */
  readonly beside?: string;
  readonly outcome: { readonly shape: Shape } | { readonly reason: string };
}

function outcomeOf(
  network: NetworkSpec,
  kind: LayerKindName,
  place: Place,
  beside?: string,
): Insertion['outcome'] {
  if (readsImage(kind) && place.shape.length !== 3)
    return { reason: `needs an image: ${place.name} gives ${shapeText(place.shape)}` };
  try {
    const next = inserted(network, kind, place.name, beside);
    const { layers } = checkNetwork(next);
    return {
      shape: layers.find(({ spec }) => !network.layers.some(({ name }) => name === spec.name))?.shape ?? [],
    };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

/** Every layer that could be added after a place, in the order of the list of kinds; a sum once for each partner. */
export function insertionsAfter(network: NetworkSpec, place: Place): readonly Insertion[] {
  const places = placesOf(network);
  const partners = places
    .slice(
      0,
      places.findIndex(({ name }) => name === place.name),
    )
    .filter(({ shape }) => shapeText(shape) === shapeText(place.shape));
  return layerKindNames.flatMap((kind): readonly Insertion[] => {
    const { label } = layerKinds[kind];
    if (kind !== 'add') return [{ kind, label, outcome: outcomeOf(network, kind, place) }];
    if (partners.length === 0)
      return [
        { kind, label, outcome: { reason: `no layer before ${place.name} gives ${shapeText(place.shape)}` } },
      ];
    return partners.map(({ name: beside }) => ({
      kind,
      label: `${label} ${beside}`,
      beside,
      outcome: outcomeOf(network, kind, place, beside),
    }));
  });
}
