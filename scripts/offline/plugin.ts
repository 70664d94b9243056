import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Plugin } from 'vite';

/** Browsers that run this page read woff2; KaTeX's older fonts would only fill the cache. */
const NEEDLESS = /\.(ttf|woff)$|^\.vite\//;

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));

/** Adds service-worker.js to the build: it holds the list of all files, so that the page works offline. */
export function offline(): Plugin {
  return {
    name: 'offline',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const publicFiles = filesUnder('public');
      const built = Object.keys(bundle).filter((file) => !NEEDLESS.test(file) && file !== 'index.html');
      const files = ['./', ...[...built, ...publicFiles].sort().map((file) => `./${file}`)];
      const contents = publicFiles.map((file) => readFileSync(join('public', file), 'utf8'));
      const page = bundle['index.html'];
      const html = page.type === 'asset' ? page.source.toString() : '';
      const version = createHash('sha256')
        .update([html, ...files, ...contents].join('\n'))
        .digest('hex');
      const template = readFileSync(join(import.meta.dirname, 'service-worker.js'), 'utf8');
      const source = template
        .replace('-VERSION', `-${version.slice(0, 12)}`)
        .replace('= FILES', `= ${JSON.stringify(files)}`);
      this.emitFile({ type: 'asset', fileName: 'service-worker.js', source });
    },
  };
}
