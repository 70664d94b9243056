import { createPool, poolSize, type Pool } from '../../workers/pool.ts';
import { spawnEngine } from '../../workers/spawnEngine.ts';
import type { Lab } from '../state/lab.ts';
import { notify } from '../state/notices.ts';
import { createFrameGate } from './frameGate.ts';
import { type LabCompute, provideCompute } from './labCompute.ts';
import { startScheduler } from './scheduler.ts';
import { sharePool } from './sharePool.ts';
import { provideTasks } from './tasks.ts';
import { startTrainer } from './startTrainer.ts';
import { warmUp } from './warmUp.ts';

let pool: Pool | null = null;

/** The workers, started with the first lab or figure that needs them. */
function thePool(): Pool {
  if (pool !== null) return pool;
  pool = createPool({
    spawn: spawnEngine,
    size: poolSize(navigator.hardwareConcurrency),
    onNotice: (text) => notify({ tone: 'info', text }),
    warmUp,
  });
  provideTasks(pool);
  return pool;
}

/** Starts the workers for figures that have no lab: a lab starts them itself. */
export const startWorkers = (): void => {
  thePool();
};

/** Keeps a lab's results in step with its document, until the returned function is called. */
export function startCompute(lab: Lab): () => void {
  const shared = sharePool(thePool());
  lab.results.setState({ workers: shared.size });
  const nextFrame = (callback: () => void): void => {
    requestAnimationFrame(callback);
  };
  const scheduler = startScheduler(lab, shared, createFrameGate(nextFrame));
  const { trainer, stop } = startTrainer(lab, { run: shared.run, isBehind: scheduler.isBehind, nextFrame });
  const compute: LabCompute = { trainer, slow: scheduler.slow };
  const forget = provideCompute(lab, compute);
  return () => {
    forget();
    stop();
    scheduler.stop();
  };
}
