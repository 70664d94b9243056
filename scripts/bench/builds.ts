import { join } from 'node:path';
import { build, type InlineConfig } from 'vite';
import { assemblyScript } from '../assemblyScript.ts';

const root = import.meta.dirname;

const shared = (outDir: string): InlineConfig => ({
  root,
  configFile: false,
  publicDir: false,
  logLevel: 'error',
  base: './',
  plugins: [assemblyScript()],
  worker: { format: 'es', plugins: () => [assemblyScript()] },
  build: { outDir, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 5000 },
});

/** Builds the page of the benchmark with its workers. */
export const buildForBrowser = (outDir: string): Promise<unknown> => build(shared(outDir));

/** Builds the benchmark for Node, all in the bundle: tfjs does not load as modules in Node. Returns its file. */
export async function buildForNode(outDir: string): Promise<string> {
  const config = shared(outDir);
  await build({
    ...config,
    ssr: { noExternal: true },
    build: {
      ...config.build,
      ssr: true,
      rolldownOptions: {
        input: {
          node: join(root, 'node.ts'),
          nodeSection: join(root, 'nodeSection.ts'),
          nodeHalf: join(root, 'nodeHalf.ts'),
        },
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
      },
    },
  });
  return join(outDir, 'node.mjs');
}
