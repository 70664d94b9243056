import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { assemblyScript } from './scripts/assemblyScript.ts';

const ALL = ['{engine,workers,app,scripts}/**/*.test.{ts,tsx}'];
/** Tests that put stand-ins in the place of what a browser offers; all others share modules, and with them compiled code. */
const ALONE = ['app/{state,notebook/keeping}/**/*.test.{ts,tsx}'];

export default defineConfig({
  plugins: [assemblyScript()],
  define: { global: 'globalThis' },
  test: {
    environment: 'node',
    testTimeout: 60_000,
    // every core: of two it would take one
    maxWorkers: availableParallelism(),
    setupFiles: ['scripts/testing/propertySeed.ts'],
    projects: [
      { extends: true, test: { name: 'alone', include: ALONE } },
      { extends: true, test: { name: 'together', isolate: false, include: ALL, exclude: ALONE } },
    ],
    coverage: { include: ['{engine,workers,app}/**/*.{ts,tsx}'], exclude: ['**/*.test.*', '**/testing/**'] },
  },
});
