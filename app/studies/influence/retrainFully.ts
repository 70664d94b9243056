import type { EditRequest, RetrainReply } from '../../../workers/protocol/influence.ts';
import type { Run } from '../../lenses/useWork.ts';
import { CALL_MILLISECONDS } from '../shared/calls.ts';

/** Levenberg–Marquardt's steps at most, and how long a call takes them. */
export const TO_REST = { steps: 200, budgetMilliseconds: CALL_MILLISECONDS } as const;

/** Retrains to rest in short calls. */
export async function retrainFully(run: Run, request: EditRequest): Promise<RetrainReply> {
  let reply = await run('retrain', { ...request, ...TO_REST, from: null });
  while (!reply.descent.over) reply = await run('retrain', { ...request, ...TO_REST, from: reply.descent });
  return reply;
}
