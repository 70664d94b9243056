import type { Step } from '../../../workers/protocol.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import { phaseTexts } from './phases.ts';
import { type Place, placeText, quantityNames } from './places.ts';

/** `R-forward: R{a} of hidden1 unit 2 is 0.31`; of a product how many entries there are. */
export function stepText({ phase, quantity, values, unit }: Step, places: readonly Place[]): string {
  const place = places[unit];
  const where = place === undefined ? '' : placeText(place);
  const name = quantityNames[quantity];
  const [first = NaN] = values;
  return quantity === 'product'
    ? `${phaseTexts[phase].label}: ${name} of the ${values.length} weights to ${where}`
    : `${phaseTexts[phase].label}: ${name} of ${where} is ${formatNumber(first)}`;
}
