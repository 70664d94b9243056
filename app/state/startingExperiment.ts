import { DEFAULTS } from '../../engine/experiment/defaults.ts';
import { type Experiment, VERSION } from '../../engine/experiment/document.ts';
import type { NetworkSpec } from '../../engine/experiment/problem.ts';
import { initialParameters } from '../../engine/experiment/initialise.ts';

const network: NetworkSpec = {
  input: [2],
  layers: [
    { name: 'hidden1', kind: 'dense', units: 6, activation: 'tanh', from: ['input'] },
    { name: 'hidden2', kind: 'dense', units: 5, activation: 'tanh', from: ['hidden1'] },
    { name: 'output', kind: 'dense', units: 1, activation: 'logistic', from: ['hidden2'] },
  ],
};

/** What a first visit shows: two moons and a 2-6-5-1 network, all six matrices. */
export const startingExperiment: Experiment = {
  ...DEFAULTS,
  version: VERSION,
  title: 'Two moons',
  network,
  loss: { kind: 'binary-cross-entropy', reduction: 'sum' },
  weightDecay: 0.01,
  data: { set: 'moons', count: 120, noise: 0.16, seed: 3 },
  parameters: initialParameters(network, DEFAULTS.initialisation),
  // An entry between two layers, so that the inspector shows what it is for.
  view: { ...DEFAULTS.view, entry: [24, 6], parameter: 24 },
};
