import fc from 'fast-check';
import { expect, it } from 'vitest';
import { startingExperiment } from '../state/startingExperiment.ts';
import { decodeLink, encodeLink } from './link.ts';
import { experiments } from './testing/experiments.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.#v%=+/ \u0000é🙂';
const COUNT = 20_000;

type Mutation = (link: string, at: number, other: number, letter: string) => string;

const flipCase = (letter: string): string =>
  letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();

const mutations: Readonly<Record<string, Mutation>> = {
  substitute: (link, at, _other, letter) => link.slice(0, at) + letter + link.slice(at + 1),
  delete: (link, at) => link.slice(0, at) + link.slice(at + 1),
  insert: (link, at, _other, letter) => link.slice(0, at) + letter + link.slice(at),
  swap: (link, at, other) => {
    const letters = [...link];
    [letters[at], letters[other]] = [letters[other] ?? '', letters[at] ?? ''];
    return letters.join('');
  },
  truncate: (link, at) => link.slice(0, at),
  behead: (link, at) => link.slice(at),
  flipCase: (link, at) => link.slice(0, at) + flipCase(link.charAt(at)) + link.slice(at + 1),
  append: (link, _at, other, letter) => link + letter.repeat(1 + (other % 3)),
  repeat: (link, at, other) => link.slice(0, Math.max(at, other)) + link.slice(Math.min(at, other)),
  reverse: (link, at) => link.slice(0, at) + [...link.slice(at)].reverse().join(''),
};

const links = [startingExperiment, ...fc.sample(experiments, { seed: 11, numRuns: 9 })].map(encodeLink);

const place = fc.nat(0x3fffffff);
const changed = fc.record({
  link: fc.constantFrom(...links),
  kind: fc.constantFrom(...Object.keys(mutations)),
  at: place,
  other: place,
  letter: fc.constantFrom(...ALPHABET),
});

it('refuses 20,000 altered links, and never throws', () => {
  let altered = 0;
  for (const { link, kind, at, other, letter } of fc.sample(fc.noBias(changed), {
    seed: 20_000,
    numRuns: 1.2 * COUNT,
  })) {
    const index = (number: number) => number % link.length;
    const mutant = mutations[kind]?.(link, index(at), index(other), letter) ?? link;
    if (mutant === link) continue; // a swap of equal letters alters nothing
    altered += 1;
    const decoded = decodeLink(mutant);
    if (decoded.ok || decoded.message === '') expect.unreachable(`${kind} was not refused: ${mutant}`);
  }
  expect(altered).toBeGreaterThanOrEqual(COUNT);
});

it('refuses every single-bit change of every character of one link', () => {
  const link = encodeLink(startingExperiment);
  for (let at = 0; at < link.length; at++) {
    for (let bit = 0; bit < 7; bit++) {
      const letter = String.fromCharCode(link.charCodeAt(at) ^ (1 << bit));
      expect(decodeLink(link.slice(0, at) + letter + link.slice(at + 1)).ok).toBe(false);
    }
  }
});

it('opens the links it altered when they are left alone', () => {
  for (const link of links) expect(decodeLink(link).ok).toBe(true);
});
