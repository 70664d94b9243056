/** The list of methods that race. A new one is a line here and a step in steps.ts. */
import type { Racer } from './racer.ts';

export type { RaceSettings, Stop } from './racer.ts';

/** Every method by its id, in the order of tables. */
export const racers = {
  'gradient-descent': {
    label: 'Gradient descent',
    formula: String.raw`\mathbf d=-\eta\nabla E`,
    uses: ['learningRate'],
    takes: 'passes',
  },
  momentum: {
    label: 'Momentum',
    formula: String.raw`\mathbf d=\mu\,\mathbf d_{\text{before}}-\eta\nabla E`,
    uses: ['learningRate', 'momentum'],
    takes: 'passes',
  },
  newton: {
    label: 'Newton',
    formula: String.raw`\mathbf d=-(H+\lambda I)^{-1}\nabla E`,
    uses: ['damping', 'length'],
    takes: 'matrix',
  },
  'gauss-newton': {
    label: 'Gauss–Newton',
    formula: String.raw`\mathbf d=-(G+\lambda I)^{-1}\nabla E`,
    uses: ['damping', 'length'],
    takes: 'matrix',
  },
  'levenberg-marquardt': {
    label: 'Levenberg–Marquardt',
    formula: String.raw`\mathbf d=-(G+\lambda_kI)^{-1}\nabla E`,
    uses: ['damping'],
    takes: 'matrix',
  },
  'newton-cg': {
    label: 'Newton-CG',
    formula: String.raw`H\mathbf d\simeq-\nabla E\ \text{by products}`,
    uses: [],
    takes: 'products',
  },
  natural: {
    label: 'Natural gradient',
    formula: String.raw`\mathbf d=-\eta_F(F+\lambda I)^{-1}\nabla E`,
    uses: ['naturalRate', 'damping', 'length'],
    takes: 'matrix',
  },
  kfac: {
    label: 'K-FAC',
    formula: String.raw`\mathbf d=-\eta_F(A\otimes S+\lambda I)^{-1}\nabla E`,
    uses: ['naturalRate', 'damping', 'length'],
    takes: 'matrix',
  },
} as const satisfies Record<string, Racer>;

export type RacerId = keyof typeof racers;

/** What the page says of a method. */
export const racerOf = (id: RacerId): Racer => racers[id];

/** All ids, in the order of tables. */
export const racerIds = Object.keys(racers) as readonly RacerId[];
