import { VERSION } from './document.ts';
import { show } from './show.ts';

/** The document comes from a later build of this software. */
export class NewerVersionError extends Error {
  override readonly name = 'NewerVersionError';
}

type Migration = (document: Record<string, unknown>) => Record<string, unknown>;

/** Steps from one version to the next, in order. */
export type Migrations = readonly (readonly [from: number, Migration])[];

/**
 * Step k turns a document of version k into one of version k + 1. A step, once released, never changes, and
 * fixtures/vK.json keeps a document of each version that must go on opening.
 */
const migrations: Migrations = [
  // 2 says what estimates draw on; in 1 nothing was drawn
  [1, (document) => ({ estimation: { seed: 1, samples: 16, rank: 10 }, ...document })],
  // 3 may say which lens is open and what is chosen in each; in 2 there was the gallery alone
  [2, (document) => document],
];

/**
 * Brings a document of any earlier version to `newest` by the steps; its other fields are not looked at.
 * @throws NewerVersionError `document version is 7: this build reads up to 2`; Error when there is no version
 */
export function migrateBy(steps: Migrations, newest: number, value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`document is ${show(value)}: an object is needed`);
  let document: Record<string, unknown> = { ...value };
  const { version } = document;
  if (version === undefined) throw new Error('missing field: version');
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    throw new Error(`version is ${show(version)}: allowed 1 to ${newest}`);
  if (version > newest)
    throw new NewerVersionError(`document version is ${version}: this build reads up to ${newest}`);
  for (const [from, step] of steps) {
    if (from >= version) document = { ...step(document), version: from + 1 };
  }
  return document;
}

/** Brings an experiment of any earlier version to the present one; see `migrateBy`. */
export const migrate = (value: unknown): unknown => migrateBy(migrations, VERSION, value);
