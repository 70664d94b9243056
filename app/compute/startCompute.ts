import { createPool, poolSize } from '../../workers/pool.ts';
import { spawnEngine } from '../../workers/spawnEngine.ts';
import { notify } from '../state/notices.ts';
import { useResults } from '../state/results.ts';
import { createFrameGate } from './frameGate.ts';
import { startScheduler } from './scheduler.ts';
import { provideTasks } from './tasks.ts';
import { startTrainer } from './startTrainer.ts';
import { warmUp } from './warmUp.ts';

let started = false;

/** Starts the workers and keeps the results in step with the document. Once, however often it is called. */
export function startCompute(): void {
  if (started) return;
  started = true;
  const pool = createPool({
    spawn: spawnEngine,
    size: poolSize(navigator.hardwareConcurrency),
    onNotice: (text) => notify({ tone: 'info', text }),
    warmUp,
  });
  provideTasks(pool);
  useResults.setState({ workers: pool.size });
  const nextFrame = (callback: () => void): void => {
    requestAnimationFrame(callback);
  };
  const scheduler = startScheduler(pool, createFrameGate(nextFrame));
  startTrainer({ run: pool.run, isBehind: scheduler.isBehind, nextFrame });
}
