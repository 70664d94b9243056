import { describe, expect, it } from 'vitest';
import type { Experiment } from '../../../engine/experiment/document.ts';
import { moment } from '../../../workers/tasks/moment.ts';
import type { RunPoint } from '../../state/recording.ts';
import { startingExperiment } from '../../state/startingExperiment.ts';
import { bisectionOrder } from './bisection.ts';
import { keepMoment, missingPoints, momentOf, momentRequest } from './moments.ts';
import { nearestPoint } from './nearestPoint.ts';

const show = (...matrices: Experiment['view']['matrices']): Experiment => ({
  ...startingExperiment,
  view: { ...startingExperiment.view, matrices },
});

const pointAt = (step: number): RunPoint => ({
  step,
  parameters: startingExperiment.parameters.map((weight) => weight + step / 10),
  error: NaN,
  damping: 1,
});

describe('what is known of a run', () => {
  it('is asked for once, matrix by matrix, and again when the problem is another', () => {
    const points = [pointAt(0), pointAt(1)];
    const few = show('exact', 'outer-product', 'residual');
    const [first] = missingPoints(few, points);
    expect(missingPoints(few, points)).toHaveLength(2);
    if (first === undefined) throw new Error('nothing is missing');
    const request = momentRequest(few, first);
    expect(request.matrices).toEqual(['outer-product']);
    expect(Array.from(request.problem.parameters)).toEqual(first.parameters);
    keepMoment(few, first, request, moment(request));
    expect(missingPoints(few, points)).toEqual([points[1]]);

    const more = show('exact', 'outer-product', 'diagonal');
    expect(missingPoints(more, [first])).toEqual([first]);
    const rest = momentRequest(more, first);
    expect(rest.matrices).toEqual(['diagonal']);
    keepMoment(more, first, rest, moment(rest));
    expect(Object.keys(momentOf(more, first)?.relativeErrors ?? {})).toEqual(['outer-product', 'diagonal']);
    expect(missingPoints(few, [first])).toEqual([]);

    const decayed = { ...more, weightDecay: 3 };
    expect(momentOf(decayed, first)).toBeNull();
    expect(missingPoints(decayed, [first])).toEqual([first]);
  });

  it('is computed at the ends first, then in ever smaller gaps', () => {
    expect(bisectionOrder(9)).toEqual([0, 8, 4, 2, 6, 1, 3, 5, 7]);
    expect(bisectionOrder(1)).toEqual([0]);
    expect(bisectionOrder(0)).toEqual([]);
    for (let count = 0; count < 70; count++)
      expect(bisectionOrder(count).toSorted((a, b) => a - b)).toEqual([...Array(count).keys()]);
  });

  it('is looked up at the nearest point', () => {
    const points = [{ step: 0 }, { step: 10 }, { step: 40 }];
    expect([0, 4, 6, 24, 26, 99].map((step) => nearestPoint(points, step))).toEqual([0, 0, 1, 1, 2, 2]);
    expect(nearestPoint([], 3)).toBe(-1);
  });
});
