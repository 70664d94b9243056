import type { LaplaceReply, LaplaceRequest } from '../../../workers/protocol/laplace.ts';
import type { Run } from '../../lenses/useWork.ts';

/** How long one call trains, about. */
export const TRAIN_MILLISECONDS = 200;
/** Levenberg–Marquardt's steps at most. */
export const MOST_STEPS = 3000;

/** Trains to the minimum in short calls, and then asks for the posterior there. */
export async function fitFully(
  run: Run,
  request: Omit<LaplaceRequest, 'trainMilliseconds'>,
): Promise<LaplaceReply> {
  let { problem } = request;
  for (let steps = 0; ;) {
    const trainMilliseconds = steps < MOST_STEPS ? TRAIN_MILLISECONDS : null;
    const reply = await run('laplace', { ...request, problem, trainMilliseconds });
    if (reply.fit.status !== 'training') return reply;
    steps += reply.fit.steps;
    problem = { ...problem, parameters: reply.fit.parameters };
  }
}
