import type { ActivationKind } from '../../../engine/activations/index.ts';
import { INPUT, type Topology } from '../../../engine/network/topology.ts';
import type { Quantity } from '../../../workers/protocol.ts';

/** Where a unit stands, by its number: the inputs first, then layer by layer. */
export interface Place {
  /** −1 for the inputs. */
  readonly layer: number;
  readonly layerName: string;
  /** Counted from 0. */
  readonly j: number;
  readonly isOutput: boolean;
  readonly activation: ActivationKind;
}

export const placesOf = ({ inputUnits, layers }: Topology): readonly Place[] => [
  ...Array.from({ length: inputUnits }, (_, j): Place => {
    return { layer: -1, layerName: INPUT, j, isOutput: false, activation: 'identity' };
  }),
  ...layers.flatMap(({ index, units, spec }) =>
    Array.from({ length: units }, (_, j): Place => {
      const isOutput = index === layers.length - 1;
      return { layer: index, layerName: spec.name, j, isOutput, activation: spec.activation };
    }),
  ),
];

/** `input 2`, `hidden1 unit 4`. */
export const placeText = ({ layer, layerName, j }: Place): string =>
  layer < 0 ? `${INPUT} ${j + 1}` : `${layerName} unit ${j + 1}`;

const letters = {
  a: 'a',
  z: 'z',
  Ra: 'a',
  Rz: 'z',
  delta: String.raw`\delta`,
  Rdelta: String.raw`\delta`,
} satisfies Record<Exclude<Quantity, 'product'>, string>;

/** KaTeX of a number of a unit: `\mathcal R\{a_{2}^{(1)}\}`; outputs are y, inputs x. */
export function placeTex(quantity: Exclude<Quantity, 'product'>, { layer, j, isOutput }: Place): string {
  const isZ = quantity === 'z' || quantity === 'Rz';
  const letter = isZ && isOutput ? 'y' : isZ && layer < 0 ? 'x' : letters[quantity];
  const above = layer < 0 || isOutput ? '' : `^{(${layer + 1})}`;
  const unit = `${letter}_{${j + 1}}${above}`;
  return quantity.startsWith('R') ? String.raw`\mathcal R\{${unit}\}` : unit;
}

/** What a step finds, in plain letters. */
export const quantityNames: { readonly [Q in Quantity]: string } = {
  a: 'a',
  Ra: 'R{a}',
  z: 'z',
  Rz: 'R{z}',
  delta: 'δ',
  Rdelta: 'R{δ}',
  product: 'R{∂E/∂w}',
};
