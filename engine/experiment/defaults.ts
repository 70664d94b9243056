import type { Initialisation, TrainingSpec, ViewSpec } from './document.ts';
import { DEFAULT_ESTIMATION, type Estimation } from './problem.ts';

/** What the optional parts of a document are when it leaves them out. */
export const DEFAULTS = {
  title: '',
  initialisation: { seed: 1, scale: 1 },
  direction: { kind: 'random', seed: 1 },
  estimation: DEFAULT_ESTIMATION,
  training: {
    method: 'levenberg-marquardt',
    learningRate: 0.01,
    step: 0,
    damping: 0.01,
    curve: { stride: 1, errors: [] },
  },
  view: {
    matrices: ['exact', 'diagonal', 'outer-product', 'gauss-newton', 'residual', 'empirical-fisher'],
    scale: 'shared',
    transfer: 'symlog',
  },
} as const satisfies {
  title: string;
  initialisation: Initialisation;
  direction: { kind: 'random'; seed: number };
  estimation: Estimation;
  training: TrainingSpec;
  view: ViewSpec;
};
