import { drawnNetwork, drawnPatterns } from '../../engine/beyond/recurrent/drawn.ts';
import type { RecurrentNetwork, RecurrentPatterns } from '../../engine/beyond/recurrent/network.ts';
import { DEFAULT_RELAXATION, type RelaxationSettings } from '../../engine/beyond/recurrent/relax.ts';
import type { RecurrentModel } from '../protocol/recurrent.ts';

export interface BuiltModel {
  readonly network: RecurrentNetwork;
  readonly patterns: RecurrentPatterns;
  readonly relaxation: RelaxationSettings;
}

/** Network, patterns and relaxation of a study. */
export const builtModel = (model: RecurrentModel): BuiltModel => ({
  network: drawnNetwork(model),
  patterns: drawnPatterns(model, model.patterns, model.targets),
  relaxation: { ...DEFAULT_RELAXATION, rate: model.rate },
});
