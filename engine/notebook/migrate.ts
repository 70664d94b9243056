import { type Migrations, migrateBy } from '../experiment/migrate.ts';
import { NOTEBOOK_VERSION } from './notebook.ts';

/**
 * Step k turns a notebook of version k into one of version k + 1. A step, once released, never changes, and
 * fixtures/vK.json keeps a notebook of each version that must go on opening.
 */
const migrations: Migrations = [];

/**
 * Brings a notebook of any earlier version to the present one; its experiments are not looked at, they have
 * versions of their own.
 * @throws NewerVersionError `document version is 7: this build reads up to 1`; Error when there is no version
 */
export const migrateNotebook = (value: unknown): unknown => migrateBy(migrations, NOTEBOOK_VERSION, value);
