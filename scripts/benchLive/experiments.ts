import { gaussians } from '../../engine/data/random.ts';
import { type Experiment, type OwnData, VERSION } from '../../engine/experiment/document.ts';
import type { MatrixId } from '../../engine/curvature/index.ts';
import { chain, N, nameOf, SIZES, SUM_OF_SQUARES } from '../bench/networks.ts';

type Part = 'version' | 'network' | 'loss' | 'weightDecay' | 'data' | 'view';

/** A document as a file may hold it: the weights by their seed. */
type OpenedDocument = Pick<Experiment, Part> & { readonly parameters: Experiment['initialisation'] };

/** What is dragged, and how soon 95 of 100 pictures must be there. */
export interface LiveExperiment {
  readonly network: string;
  readonly W: number;
  readonly goalMilliseconds: number;
  readonly document: OpenedDocument;
}

const MATRICES: readonly MatrixId[] = [
  'exact',
  'diagonal',
  'outer-product',
  'gauss-newton',
  'residual',
  'empirical-fisher',
];
const GOALS = [33, 50, 100] as const;

/** `count` rows of normal numbers. */
function rows(seed: number, count: number, columns: number): number[][] {
  const values = gaussians(seed, count * columns);
  return Array.from({ length: count }, (_, n) => [...values.subarray(n * columns, (n + 1) * columns)]);
}

const dataOf = (sizes: readonly number[]): OwnData => ({
  inputs: rows(2, N, sizes[0]),
  targets: rows(3, N, sizes[sizes.length - 1]),
});

/** The networks of `npm run bench`, N = 200, six matrices. */
export const liveExperiments: readonly LiveExperiment[] = SIZES.map((sizes, index) => ({
  network: nameOf(sizes),
  W: sizes.slice(1).reduce((W, units, before) => W + units * (sizes[before] + 1), 0),
  goalMilliseconds: GOALS[index],
  document: {
    version: VERSION,
    network: chain(sizes),
    loss: SUM_OF_SQUARES,
    weightDecay: 0.01,
    data: dataOf(sizes),
    parameters: { seed: 1, scale: 1 },
    view: { matrices: MATRICES, scale: 'shared', transfer: 'symlog' },
  },
}));
