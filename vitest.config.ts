import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { assemblyScript } from './scripts/assemblyScript.ts';

export default defineConfig({
  plugins: [assemblyScript()],
  define: { global: 'globalThis' },
  test: {
    include: ['{engine,workers,app,scripts}/**/*.test.{ts,tsx}'],
    environment: 'node',
    testTimeout: 60_000,
    // every core: of two it would take one
    maxWorkers: availableParallelism(),
    setupFiles: ['scripts/testing/propertySeed.ts'],
    coverage: { include: ['{engine,workers,app}/**/*.{ts,tsx}'], exclude: ['**/*.test.*', '**/testing/**'] },
  },
});
