import type { Problem } from '../../../engine/experiment/problem.ts';
import { LIMITS } from '../../../engine/experiment/limits.ts';
import type { LaplaceReply, NextHyperparameters } from '../../../workers/protocol/laplace.ts';
import type { Run } from '../../lenses/useWork.ts';
import { fitFully } from './fitFully.ts';
import type { Matrix } from './laplaceWords.ts';

/** One round: trained with its α and β, and what the posterior there says. */
export interface Round {
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
  readonly logEvidence: number;
  /** `Σ_n E_n` there, and of the fresh patterns their mean. */
  readonly dataError: number;
  readonly freshError: number;
  readonly weightDecay: number;
  readonly parameters: Float64Array;
}

/** Rounds as they are, and why there are no more: null while they go on. */
export interface Estimation {
  readonly rounds: readonly Round[];
  readonly ended: 'at rest' | 'rounds' | { readonly refused: string } | null;
}

export const MOST_ROUNDS = 30;
/** Both rest when neither moves by more than this share. */
const AT_REST = 1e-3;
const LARGEST_BETA = 1e9;

const moved = (from: number, to: number): number => Math.abs(Math.log(to / from));

const isAllowed = ({ weightDecay, beta }: NextHyperparameters): boolean =>
  weightDecay > 0 && weightDecay <= LIMITS.weightDecay && beta > 0 && beta <= LARGEST_BETA;

const tooFar = ({ alpha, beta }: NextHyperparameters): string =>
  `the next α is ${alpha.toPrecision(3)} and β ${beta.toPrecision(3)}, beyond what a document may hold`;

function roundOf(reply: LaplaceReply, matrix: Matrix, weightDecay: number): Round | { refused: string } {
  const model = reply.models[matrix];
  if (model === undefined) return { refused: 'there is no posterior' };
  if ('refused' in model) return model;
  const { alpha, beta, dataError, freshError } = reply;
  const { gamma, logEvidence } = model;
  const { parameters } = reply.fit;
  return { alpha, beta, gamma, logEvidence, dataError, freshError, weightDecay, parameters };
}

export interface EstimationStart {
  readonly problem: Problem;
  readonly beta: number;
  readonly matrix: Matrix;
  readonly fresh: Problem['batch'] | null;
  /** 1: no re-estimation at all. */
  readonly mostRounds: number;
}

/** Trains to the minimum, re-estimates α and β there, and so on until they rest (PRML 5.7.2). */
export async function estimate(
  run: Run,
  start: EstimationStart,
  onRounds: (estimation: Estimation) => void = () => undefined,
): Promise<Estimation> {
  const { matrix, fresh, mostRounds } = start;
  const rounds: Round[] = [];
  const end = (ended: Estimation['ended']): Estimation => ({ rounds, ended });
  let { problem, beta } = start;
  while (rounds.length < mostRounds) {
    const inputs = new Float64Array(0);
    const reply = await fitFully(run, { problem, beta, matrices: [matrix], inputs, fresh });
    const round = roundOf(reply, matrix, problem.weightDecay);
    if ('refused' in round) return end(round);
    rounds.push(round);
    onRounds({ rounds: rounds.slice(), ended: null });
    const model = reply.models[matrix];
    if (model === undefined || 'refused' in model) return end(null);
    const { next } = model;
    if (mostRounds === 1) break;
    if ('refused' in next) return end(next);
    if (!isAllowed(next)) return end({ refused: tooFar(next) });
    if (Math.max(moved(round.alpha, next.alpha), moved(round.beta, next.beta)) < AT_REST)
      return end('at rest');
    problem = { ...problem, parameters: round.parameters, weightDecay: next.weightDecay };
    ({ beta } = next);
  }
  return end('rounds');
}
