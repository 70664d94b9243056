import fc from 'fast-check';
import { expect, it } from 'vitest';
import { startingExperiment } from '../state/startingExperiment.ts';
import { decodeLink, encodeLink } from './link.ts';
import { experiments } from './testing/experiments.ts';
import { mutations } from './testing/mutations.ts';

const COUNT = 20_000;

const links = [startingExperiment, ...fc.sample(experiments, { seed: 11, numRuns: 9 })].map(encodeLink);

it('refuses 20,000 altered links, and never throws', () => {
  let altered = 0;
  for (const { link, kind, mutant } of fc.sample(mutations(links), { seed: 20_000, numRuns: 1.2 * COUNT })) {
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
