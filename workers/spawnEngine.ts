/** Starts a worker that runs the engine. */
export const spawnEngine = (): Worker =>
  new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module', name: 'engine' });
