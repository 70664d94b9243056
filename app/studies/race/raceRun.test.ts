import { describe, expect, test } from 'vitest';
import { studySettings } from '../../../engine/notebook/studies/index.ts';
import { racerIds } from '../../../engine/uses/race/index.ts';
import { topologyOf } from '../../../engine/network/topology.ts';
import { engineApi } from '../../../workers/engineApi.ts';
import { race } from '../../notebook/pages/race.ts';
import { experimentOf, problemOf } from '../../notebook/pages/testing/facts.ts';
import { planeRequest, windowOf } from './racePlane.ts';
import { continued, newRun, type Run } from './raceRun.ts';

const problem = problemOf(experimentOf(race, 1));
const settings = { ...studySettings.race.defaults, damping: 0.5, iterations: 11 };

/** A run in calls of so many steps each. */
function runIn(pieces: number, id: Run['id']): Run {
  let run = newRun(id, problem.parameters);
  while (run.stop === null) {
    const taken = run.errors.length;
    const reply = engineApi.race({
      problem: { ...problem, parameters: run.parameters },
      method: id,
      settings,
      carried: run.carried,
      reference: run.carried === null ? null : run.start,
      taken,
      steps: Math.min(pieces, settings.iterations - taken),
      noteEvery: 4,
      budgetMilliseconds: 60_000,
    });
    run = continued(run, reply, settings.iterations);
  }
  return run;
}

describe('a race in several calls', () => {
  test.each(racerIds)('of %s is the race in one', (id) => {
    const [whole, pieces] = [runIn(100, id), runIn(3, id)];
    expect(pieces.errors).toEqual(whole.errors);
    expect(pieces.gradientNorms).toEqual(whole.gradientNorms);
    expect(pieces.parameters).toEqual(whole.parameters);
    expect(pieces.stop).toBe(whole.stop);
    expect(pieces.noted).toEqual(whole.noted);
    expect(pieces.points).toEqual(whole.points);
    const W = problem.parameters.length;
    expect(whole.noted).toEqual([0, 4, 8, 11]);
    expect(whole.points.slice(0, W)).toEqual(problem.parameters);
    expect(whole.points.slice(-W)).toEqual(whole.parameters);
    expect(whole.times).toEqual([...whole.times].sort((a, b) => a - b));
  });
});

test('the window of a plane holds the start and every point that counts', () => {
  const runs = racerIds.map((id) => runIn(100, id));
  for (const plane of ['paths', 'weights'] as const) {
    const request = planeRequest(runs, problem.parameters, { plane, first: 3, second: 3 });
    if (request === null) throw new Error('no plane');
    const answer = engineApi.racePlane(request);
    const { s, t } = windowOf(answer, request, topologyOf(problem.network), problem);
    answer.shadows.forEach((shadow, k) => {
      shadow.s.forEach((along, at) => {
        if (request.counts[k]?.[at] !== true) return;
        expect(along).toBeGreaterThan(s[0]);
        expect(along).toBeLessThan(s[1]);
        expect(shadow.t[at]).toBeGreaterThan(t[0]);
        expect(shadow.t[at]).toBeLessThan(t[1]);
      });
    });
    const [origin] = engineApi.raceErrors({
      problem,
      axes: answer,
      s: Float64Array.of(0),
      t: Float64Array.of(0),
    });
    expect(origin).toBeCloseTo(runs[0]?.start.error ?? NaN, 10);
  }
});
