import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseExperiment } from '../../../engine/experiment/validate.ts';
import { moment } from '../../../workers/tasks/moment.ts';
import { train } from '../../../workers/tasks/train.ts';
import { problemOf } from '../../compute/problemOf.ts';
import { claimOf as claimFor, type ToldPoint } from './claim.ts';

/** An example trained from where it stands, or from its start, and its matrices at each of 61 steps. */
function toldRun(name: string): readonly ToldPoint[] {
  const file = JSON.parse(readFileSync(`public/examples/${name}.json`, 'utf8')) as { experiment: unknown };
  const experiment = parseExperiment(file.experiment);
  const told: ToldPoint[] = [];
  let parameters: Float64Array = Float64Array.from(experiment.training.start ?? experiment.parameters);
  let damping = 0.01;
  for (let step = 0; step <= 60; step++) {
    const problem = { ...problemOf(experiment), parameters };
    told.push({ step, moment: moment({ problem, matrices: [] }) });
    const { method, learningRate } = experiment.training;
    const reply = train({
      problem,
      method,
      learningRate,
      damping,
      steps: 1,
      budgetMilliseconds: Infinity,
      reference: null,
    });
    if (reply.status !== 'running') break;
    ({ parameters, damping } = reply);
  }
  return told;
}

/** With plain spaces. */
const claimOf = (points: readonly ToldPoint[]): string | null =>
  claimFor(points)?.replaceAll('\u00a0', ' ') ?? null;

const at = (step: number, residualShare: number, error: number): ToldPoint => ({
  step,
  moment: { residualShare, error },
});

describe('the claim', () => {
  it.each(['near-a-minimum', 'train-and-watch'])('holds in the example %s', (name) => {
    expect(claimOf(toldRun(name))).toMatch(/the residual part fell from .* like noise/);
  });

  it('fails in the example of a misspecified model', () => {
    expect(claimOf(toldRun('misspecified'))).toMatch(/come to rest.*stays at .* does not fit/);
  });

  it('reads its numbers off the run', () => {
    expect(claimOf([at(0, 0.74, 10), at(30, 0.2, 2), at(40, 0.031, 1.99)])).toBe(
      'Over 40 steps the residual part fell from 74 % to 3.1 % of H: what is left of the errors is like noise, it averages out, and Gauss–Newton is nearly H.',
    );
    expect(claimOf([at(0, 0.62, 10), at(30, 0.4, 2), at(40, 0.41, 1.999)])).toContain(
      'stays at 41 % of H (62 %',
    );
    expect(claimOf([at(0, 0.62, 10), at(30, 0.4, 2), at(40, 0.41, 1.9)])).toContain('still falls');
    expect(claimOf([at(0, 0.05, 10), at(40, 0.04, 1)])).toContain('small all along');
    expect(claimOf([at(0, 0, 10), at(40, 1e-16, 1)])).toContain('stays 0');
  });

  it('is silent where nothing is known', () => {
    expect(claimOf([])).toBeNull();
    expect(claimOf([at(3, 0.5, 1)])).toBeNull();
    expect(claimOf([at(0, NaN, 1), at(9, NaN, 1)])).toBeNull();
  });
});
