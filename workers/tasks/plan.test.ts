import { describe, expect, it } from 'vitest';
import { matrixIds } from '../../engine/curvature/index.ts';
import type { DenseSpec, Problem } from '../../engine/experiment/problem.ts';
import { groupsOf } from '../../engine/network/groups.ts';
import { topologyOf } from '../../engine/network/topology.ts';
import { plan } from './plan.ts';

const dense = (name: string, units: number, from: string): DenseSpec => ({
  name,
  kind: 'dense',
  units,
  activation: 'tanh',
  from: [from],
});

function problemOf(input: number, units: readonly number[], N: number): Problem {
  const layers = units.map((count, index) =>
    dense(`layer${index}`, count, index === 0 ? 'input' : `layer${index - 1}`),
  );
  const network = { input: [input], layers };
  const { W, outputUnits } = topologyOf(network);
  return {
    network,
    loss: { kind: 'sum-of-squares', reduction: 'sum' },
    weightDecay: 0,
    parameters: new Float64Array(W).fill(0.1),
    batch: { N, inputs: new Float64Array(N * input), targets: new Float64Array(N * outputUnits) },
  };
}

const small = problemOf(2, [10, 10, 1], 200);
const medium = problemOf(10, [32, 16, 3], 200);
const large = problemOf(2, [45, 45, 1], 2000);
const live = ['exact', 'diagonal', 'outer-product', 'gauss-newton', 'residual', 'empirical-fisher'] as const;

describe('how matrices are computed', () => {
  it('in one call where that is fast, shared by the workers where it is not', () => {
    expect(plan({ problem: small, matrices: live, workers: 2 }).quick.parts).toHaveLength(1);
    expect(plan({ problem: medium, matrices: live, workers: 2 }).quick.parts.length).toBeGreaterThan(1);
    expect(plan({ problem: medium, matrices: live, workers: 8 }).quick.parts.length).toBeGreaterThanOrEqual(
      8,
    );
  });

  it('in parts that are each short, however large the whole is, and that hold every row', () => {
    const { quick } = plan({ problem: large, matrices: live, workers: 2 });
    expect(quick.parts.length).toBeGreaterThan(10);
    expect(quick.parts[0]?.first).toBe(0);
    expect(quick.parts.at(-1)?.end).toBe(groupsOf(topologyOf(large.network)).length);
  });

  it('slow ones behind the others, in parts where they can be', () => {
    const matrices = [...live, 'four-point', 'closed-form'] as const;
    const { quick, slow } = plan({ problem: small, matrices, workers: 2 });
    expect(quick.matrices).toEqual(live);
    expect(slow.map(({ id }) => id)).toEqual(['four-point']);
    expect(slow[0]?.parts.length).toBeGreaterThan(5);
  });

  it('leaves out what does not exist for the network, or takes more memory than there is', () => {
    const shallow = problemOf(1, [3, 1], 5);
    expect(plan({ problem: shallow, matrices: ['closed-form'], workers: 1 }).quick.matrices).toEqual([
      'closed-form',
    ]);
    expect(plan({ problem: small, matrices: ['closed-form'], workers: 1 }).quick.matrices).toEqual([]);
    const wide = problemOf(2, [120, 120, 1], 5);
    const { quick, slow } = plan({ problem: wide, matrices: matrixIds, workers: 2 });
    expect([...quick.matrices, ...slow.map(({ id }) => id)].sort()).toEqual([
      'diagonal',
      'exact-diagonal',
      'hutchinson-diagonal',
    ]);
  });
});
