import { biasIndex, weightIndex } from '../../../engine/network/parameterNames.ts';
import type { Topology } from '../../../engine/network/topology.ts';
import type { Step, Terms } from '../../../workers/protocol.ts';
import { parameterTex } from '../../explorer/network/parameterTex.ts';
import type { Known } from './known.ts';
import { type Place, placeTex } from './places.ts';
import { texFactor, texNumber } from './texNumber.ts';

/** Terms of a sum, and entries of a product, that are written out. */
const MOST_TERMS = 4;
const MOST_LINES = 3;

const DOT = String.raw`\cdot `;

const joined = (factors: readonly number[]): string => factors.map(texFactor).join(DOT);

/** `a + b − c`: signs of single numbers become those of the sum. */
function added(parts: readonly string[]): string {
  return parts.reduce(
    (sum, part, at) => (at === 0 ? part : part.startsWith('-') ? `${sum}${part}` : `${sum}+${part}`),
    '',
  );
}

/** The terms of one sum, the first few written out. */
function termsTex({ names, units, values }: Terms): string[] {
  const rows = units.slice(0, MOST_TERMS).map((_, q) => {
    const factors = values.slice(q * names.length, (q + 1) * names.length);
    return factors.length === 1 ? texNumber(factors[0] ?? NaN) : joined(factors);
  });
  return units.length > MOST_TERMS ? [...rows, String.raw`\cdots`] : rows;
}

const sameBefore = (a: Terms, b: Terms | undefined): boolean =>
  b !== undefined &&
  a.before.length > 0 &&
  a.before.map(({ name }) => name).join() === b.before.map(({ name }) => name).join();

/** All sums of a step; those that follow the same factors share them. */
function sumTex(groups: readonly Terms[]): string {
  const parts: string[] = [];
  groups.forEach((group, at) => {
    if (sameBefore(group, groups[at - 1])) return;
    const inside = groups
      .filter((other, q) => q === at || (q === at + 1 && sameBefore(other, group)))
      .flatMap(termsTex);
    if (group.before.length === 0) return void parts.push(...inside);
    const before = joined(group.before.map(({ value }) => value));
    const isFactor = inside.length === 1 && inside[0]?.startsWith('-') !== true;
    const sum = isFactor ? added(inside) : String.raw`\bigl(${added(inside)}\bigr)`;
    parts.push(`${before}${DOT}${sum}`);
  });
  return added(parts);
}

/** One line for each weight: `Rδ · z + δ · R{z}`; inputs do not change. */
function productLines(
  { terms: [direct, through], values }: Step,
  { layer: at, j }: Place,
  topology: Topology,
): string[] {
  const layer = topology.layers[at];
  if (direct === undefined || layer === undefined) return [];
  const [Rdelta = NaN, delta = NaN] = [direct, through].map((group) => group?.before[0]?.value);
  return values.slice(0, MOST_LINES).map((value, q) => {
    const unit = direct.units[q] ?? -1;
    const Rz = through?.values[through.units.indexOf(unit)];
    const index = unit < 0 ? biasIndex(topology, at, j) : weightIndex(topology, at, j, q);
    const name = String.raw`\mathcal R\{\partial E_n/\partial ${parameterTex(topology, index)}\}`;
    const first = unit < 0 ? texNumber(Rdelta) : joined([Rdelta, direct.values[q] ?? NaN]);
    const second = Rz === undefined ? '' : `+${joined([delta, Rz])}`;
    return unit < 0 ? `${name}=${first}` : `${name}=${first}${second}=${texNumber(value, 4)}`;
  });
}

/** A step's equation with the numbers of this network, one line or one for each weight. */
export function withNumbers(step: Step, place: Place, known: Known, topology: Topology): readonly string[] {
  if (step.quantity === 'product') return productLines(step, place, topology);
  const left = placeTex(step.quantity, place);
  const value = texNumber(step.values[0] ?? NaN, 4);
  if (step.terms.length > 0) {
    const isDifference = step.terms.some(({ names }) => names[0] === 't');
    const [y, t] = step.terms.map(({ values }) => values[0] ?? NaN);
    const right = isDifference
      ? `${texNumber(y ?? NaN, 6)}-${texFactor(0 - (t ?? NaN))}`
      : sumTex(step.terms);
    return [`${left}=${right}=${value}`];
  }
  if (step.quantity === 'z' && place.activation !== 'softmax')
    return [`${left}=h(${texNumber(known.value('a', step.unit))})=${value}`];
  return [`${left}=${value}`];
}

/** Entries of a product that are not written out. */
export const entriesLeft = ({ quantity, values }: Step): number =>
  quantity === 'product' ? Math.max(0, values.length - MOST_LINES) : 0;
