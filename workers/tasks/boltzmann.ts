import {
  divergenceDifferences,
  divergenceProductDifferences,
} from '../../engine/beyond/boltzmann/differences.ts';
import { divergenceProduct } from '../../engine/beyond/boltzmann/divergence.ts';
import { exactPhase } from '../../engine/beyond/boltzmann/enumeration.ts';
import { patternsOf, unitsOf } from '../../engine/beyond/boltzmann/machine.ts';
import { dot } from '../../engine/kernels/multiply.ts';
import type { BoltzmannModel, BoltzmannReply } from '../protocol/boltzmann.ts';
import { builtMachine } from './boltzmannModel.ts';

/** A Boltzmann machine by enumeration: both phases, R{p}, gradient and Hv, beside differences. */
export function boltzmann(model: BoltzmannModel): BoltzmannReply {
  const { machine, data, v } = builtMachine(model);
  const { divergence, ...exact } = divergenceProduct(machine, data, v);
  const { logPartition } = exactPhase(machine);
  return {
    units: unitsOf(machine),
    weights: machine.weights,
    v,
    patterns: patternsOf(machine, data).map(({ shown, probability }) => ({
      shown,
      data: probability,
      machine: Math.exp(exactPhase(machine, shown).logPartition - logPartition),
    })),
    divergence,
    exact,
    curvature: dot(v, 0, exact.Hv, 0, v.length),
    checked: {
      gradient: divergenceDifferences(machine, data),
      Hv: divergenceProductDifferences(machine, data, v),
    },
  };
}
