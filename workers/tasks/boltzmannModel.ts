import { boltzmannData, drawnMachine } from '../../engine/beyond/boltzmann/drawn.ts';
import {
  type BoltzmannData,
  type BoltzmannMachine,
  pairIndex,
  unitsOf,
} from '../../engine/beyond/boltzmann/machine.ts';
import { gaussians } from '../../engine/data/random.ts';
import type { BoltzmannModel } from '../protocol/boltzmann.ts';

export interface BuiltMachine {
  readonly machine: BoltzmannMachine;
  readonly data: BoltzmannData;
  /** Like the weights. */
  readonly v: Float64Array;
}

/** Machine, data and direction of a study. */
export function builtMachine(model: BoltzmannModel): BuiltMachine {
  const machine = drawnMachine(model);
  const data = boltzmannData(model.data, model, model.seed);
  const { direction } = model;
  if ('seed' in direction) return { machine, data, v: gaussians(direction.seed, machine.weights.length) };
  const n = unitsOf(machine);
  const v = new Float64Array(machine.weights.length);
  v[pairIndex(direction.i, direction.j, n)] = 1;
  return { machine, data, v };
}
