import { defineConfig } from 'vitest/config';

export default defineConfig({
  define: { global: 'globalThis' },
  test: {
    include: ['{engine,workers,app,scripts}/**/*.test.{ts,tsx}'],
    environment: 'node',
    testTimeout: 60_000,
    coverage: { include: ['{engine,workers,app}/**/*.{ts,tsx}'], exclude: ['**/*.test.*', '**/testing/**'] },
  },
});
