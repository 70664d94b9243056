import { activationOf, type ActivationKind } from '../activations/index.ts';
import { dataSetOf } from '../data/index.ts';
import { lossOf, type LossKind } from '../losses/index.ts';
import type { TargetKind } from '../losses/loss.ts';
import type { DataSpec } from './document.ts';
import { show } from './show.ts';

const NEEDS: Readonly<Record<Exclude<TargetKind, 'real'>, string>> = {
  'non-negative': 'numbers not below 0',
  binary: '0 or 1',
  'one-hot': 'one 1 among zeros in every row',
};

/** Targets of a kind are also targets of these: a class of its own column is also 0 or 1 in each column. */
const ALSO: Readonly<Record<TargetKind, readonly TargetKind[]>> = {
  real: ['real'],
  'non-negative': ['non-negative', 'real'],
  binary: ['binary', 'non-negative', 'real'],
  'one-hot': ['one-hot', 'binary', 'non-negative', 'real'],
};

const isBit = (t: number): boolean => t === 0 || t === 1;
const isNotNegative = (t: number): boolean => t >= 0;

function firstWrongRow(kind: TargetKind, rows: readonly (readonly number[])[]): string | null {
  if (kind === 'real') return null;
  const fits = kind === 'non-negative' ? isNotNegative : isBit;
  const n = rows.findIndex(
    (row) => !row.every(fits) || (kind === 'one-hot' && row.filter((t) => t === 1).length !== 1),
  );
  if (n < 0) return null;
  const row = rows[n];
  const k = row.findIndex((t) => !fits(t));
  if (k >= 0) return `data.targets[${n}]${row.length === 1 ? '' : `[${k}]`} is ${show(row[k])}`;
  return `data.targets[${n}] is ${row.slice(0, 8).join(', ')}${row.length > 8 ? '…' : ''}`;
}

/**
 * Why the targets don't fit a loss, or null when they do: `data.targets[3] is 0.5: binary cross-entropy needs
 * 0 or 1`. Rows are counted from 0. O(N).
 */
export function targetsProblem(loss: LossKind, data: DataSpec): string | null {
  const { targets: kind, label } = lossOf(loss);
  if (kind === 'real') return null;
  const needs = `${label.toLowerCase()} needs ${NEEDS[kind]}`;
  if ('set' in data) {
    const set = dataSetOf(data.set);
    return ALSO[set.task].includes(kind) ? null : `data.set is ${data.set}: ${needs}`;
  }
  const wrong = firstWrongRow(kind, data.targets);
  return wrong === null ? null : `${wrong}: ${needs}`;
}

/** Why an output activation isn't offered with a loss, or null when it is. */
export function lossOutputProblem(loss: LossKind, output: ActivationKind): string | null {
  const { outputs, reason, label } = lossOf(loss);
  if (outputs.includes(output)) return null;
  return `output activation is ${output}: ${label.toLowerCase()} goes with ${outputs.join(', ')}. ${reason}`.trim();
}

/** Why an activation can't stand at a hidden layer, or null when it can. */
export const hiddenActivationProblem = (activation: ActivationKind): string | null =>
  activationOf(activation).place === 'any' ? null : `activation is ${activation}: allowed at the output only`;
