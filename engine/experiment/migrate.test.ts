import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { VERSION } from './document.ts';
import { migrate, NewerVersionError } from './migrate.ts';
import { parseExperiment } from './validate.ts';

const fixture = (version: number): unknown =>
  JSON.parse(readFileSync(new URL(`fixtures/v${version}.json`, import.meta.url), 'utf8'));

it.each(Array.from({ length: VERSION }, (_, k) => k + 1))(
  'a document of version %i still opens',
  (version) => {
    expect(parseExperiment(fixture(version)).version).toBe(VERSION);
  },
);

it('a document of this version keeps every field', () => {
  expect(parseExperiment(fixture(VERSION))).toStrictEqual(fixture(VERSION));
});

it('a document of version 1 keeps every field and every bit, and says what estimates draw on', () => {
  const opened = parseExperiment(fixture(1));
  const estimation = { seed: 1, samples: 16, rank: 10 };
  expect(opened).toStrictEqual({ ...(fixture(1) as object), version: VERSION, estimation });
  expect(Object.is(opened.parameters[3], -0)).toBe(true);
  expect(opened.parameters[4]).toBe(5e-324);
});

it('a newer document is refused by name', () => {
  const newer = { version: 7, anything: 'else' };
  expect(() => migrate(newer)).toThrow(NewerVersionError);
  expect(() => parseExperiment(newer)).toThrow('document version is 7: this build reads up to 3');
});

it.each([
  [undefined, 'document is missing: an object is needed'],
  [null, 'document is null: an object is needed'],
  [[], 'document is a list: an object is needed'],
  ['{}', 'document is {}: an object is needed'],
  [{}, 'missing field: version'],
  [{ version: '1' }, 'version is 1: allowed 1 to 3'],
  [{ version: 0 }, 'version is 0: allowed 1 to 3'],
  [{ version: 1.5 }, 'version is 1.5: allowed 1 to 3'],
  [{ version: NaN }, 'version is NaN: allowed 1 to 3'],
])('%j is refused', (value, message) => {
  expect(() => migrate(value)).toThrow(message);
});
