import { predict } from '../../engine/network/predict.ts';
import type { PredictRequest } from '../protocol.ts';

/** The network's outputs for the inputs asked for. */
export const predictOutputs = ({ problem, inputs }: PredictRequest): Float64Array =>
  predict(problem.network, problem.parameters, inputs);
