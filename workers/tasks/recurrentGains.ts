import { gainPoint, leastUnstableGain } from '../../engine/beyond/recurrent/threshold.ts';
import type { RecurrentGainsReply, RecurrentGainsRequest } from '../protocol/recurrent.ts';
import { builtModel } from './recurrentModel.ts';

/** Whether the network settles at each of some gains, and where it ceases to between them. */
export function recurrentGains({ model, gains }: RecurrentGainsRequest): RecurrentGainsReply {
  const { patterns, relaxation } = builtModel(model);
  const points = gains.map((gain) => gainPoint(model, patterns, gain, relaxation));
  // Of gains that begin beyond it the threshold is found by those before.
  const threshold =
    points[0]?.settles === true ? leastUnstableGain(model, patterns, points, relaxation) : null;
  return { points, threshold };
}
