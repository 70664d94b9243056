import type { Experiment } from '../../engine/experiment/document.ts';
import type { Pool } from '../../workers/pool.ts';
import type { Plan } from '../../workers/protocol.ts';
import { deadlineOf } from './limits.ts';
import { problemOf, sameParts } from './problemOf.ts';

/** The parts of a document on which its plan depends: the weights are not among them. */
const planParts = ({ network, loss, data, estimation, view }: Experiment): readonly unknown[] => [
  network,
  loss.kind,
  data,
  estimation.samples,
  estimation.rank,
  view.matrices,
];

/** Asks a worker how to compute a document's matrices, and keeps the answer while only weights change. */
export function createPlanner(pool: Pick<Pool, 'run' | 'size'>): (experiment: Experiment) => Promise<Plan> {
  let kept: { readonly parts: readonly unknown[]; readonly plan: Promise<Plan> } | null = null;

  return function planOf(experiment) {
    const parts = planParts(experiment);
    if (kept !== null && sameParts(kept.parts, parts)) return kept.plan;
    const problem = problemOf(experiment);
    const request = { problem, matrices: experiment.view.matrices, workers: pool.size };
    const plan = pool.run('plan', 'plan', request, { deadlineMilliseconds: deadlineOf(problem) });
    const entry = { parts, plan };
    kept = entry;
    // A plan that failed is asked for anew.
    plan.catch(() => {
      if (kept === entry) kept = null;
    });
    return plan;
  };
}
