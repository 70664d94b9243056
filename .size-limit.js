/** Budgets of the built page, gzipped. What the entry loads at once is read from Vite's manifest. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const MANIFEST = 'dist/.vite/manifest.json';
if (!existsSync(MANIFEST)) throw new Error(`nothing built: ${MANIFEST} is missing, run npm run build`);
const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8'));

/** Files of a chunk and of everything that it imports statically. */
function filesOf(key, seen = new Set()) {
  const { file, imports = [] } = manifest[key];
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const imported of imports) filesOf(imported, seen);
  return seen;
}

const entry = [...filesOf('index.html')].map((file) => `dist/${file}`);
const scripts = readdirSync('dist/assets')
  .filter((file) => file.endsWith('.js'))
  .map((file) => `dist/assets/${file}`);
const workers = scripts.filter((file) => /worker/i.test(file));
const lazy = scripts.filter((file) => !entry.includes(file) && !workers.includes(file));

export default [
  { name: 'entry, all that it loads at once', path: entry, limit: '165 kB', gzip: true },
  ...workers.map((path) => ({ name: `worker ${path}`, path, limit: '40 kB', gzip: true })),
  ...lazy.map((path) => ({ name: `lazy ${path}`, path, limit: '400 kB', gzip: true })),
];
