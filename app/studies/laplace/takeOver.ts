import type { Experiment } from '../../../engine/experiment/document.ts';
import type { NetworkSpec } from '../../../engine/experiment/problem.ts';
import { setWeightDecay } from '../../state/edits/loss.ts';
import { restartTraining } from '../../state/edits/training.ts';
import { withNetwork } from '../../state/edits/withNetwork.ts';
import type { Edit } from '../../state/experiment.ts';
import type { Round } from './reestimate.ts';

/** The weights that were found, where the network is still the one that they are of. */
export const takeWeights =
  (asked: Experiment, parameters: Float64Array): Edit =>
  (now) =>
    now.network === asked.network ? restartTraining({ ...now, parameters: Array.from(parameters) }) : now;

/** The weight decay of a round, and the weights that belong to it. */
export const takeRound =
  (asked: Experiment, { weightDecay, parameters }: Round): Edit =>
  (now) =>
    now.network === asked.network ? takeWeights(asked, parameters)(setWeightDecay(weightDecay)(now)) : now;

/** A network with another number of hidden units, trained. */
export const takeNetwork =
  (asked: Experiment, network: NetworkSpec, { weightDecay, parameters }: Round): Edit =>
  (now) => {
    if (now.network !== asked.network) return now;
    const next = setWeightDecay(weightDecay)(withNetwork(now, network));
    return { ...next, parameters: Array.from(parameters) };
  };
