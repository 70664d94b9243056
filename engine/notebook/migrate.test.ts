import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { VERSION } from '../experiment/document.ts';
import { NewerVersionError } from '../experiment/migrate.ts';
import { NOTEBOOK_VERSION } from './notebook.ts';
import { cellKinds } from './shape.ts';
import { parseNotebook } from './validate.ts';

const fixture = (version: number): { cells: { kind: string; experiment?: object }[] } =>
  JSON.parse(readFileSync(new URL(`fixtures/v${version}.json`, import.meta.url), 'utf8')) as {
    cells: { kind: string; experiment?: object }[];
  };

it.each(Array.from({ length: NOTEBOOK_VERSION }, (_, k) => k + 1))(
  'a notebook of version %i still opens',
  (version) => {
    expect(parseNotebook(fixture(version)).version).toBe(NOTEBOOK_VERSION);
  },
);

it('a notebook of this version keeps every field and every bit; its experiments are brought up to date', () => {
  const opened = parseNotebook(fixture(1));
  const brought = fixture(1).cells.map((cell) =>
    cell.experiment === undefined ? cell : { ...cell, experiment: { ...cell.experiment, version: VERSION } },
  );
  expect(opened).toStrictEqual({ ...fixture(1), cells: brought });
  const experiment = opened.cells.find((cell) => cell.kind === 'experiment')?.experiment;
  expect(Object.is(experiment?.parameters[0], -0)).toBe(true);
  expect(experiment?.parameters[1]).toBe(5e-324);
  expect(experiment?.parameters[2]).toBe(0.1 + 0.2);
});

it('the notebook kept for that holds every kind of cell', () => {
  expect(new Set(fixture(1).cells.map(({ kind }) => kind))).toEqual(new Set(cellKinds));
});

it('a newer notebook is refused by name, and so is a newer experiment within', () => {
  const newer = { version: 7, cells: 'of another shape' };
  expect(() => parseNotebook(newer)).toThrow(NewerVersionError);
  expect(() => parseNotebook(newer)).toThrow('document version is 7: this build reads up to 1');
  const within = {
    version: 1,
    cells: [{ id: 'c1', kind: 'experiment', panels: [], experiment: { version: 99 } }],
  };
  expect(() => parseNotebook(within)).toThrow(NewerVersionError);
  expect(() => parseNotebook(within)).toThrow(
    `cells[0].experiment version is 99: this build reads up to ${VERSION}`,
  );
});
