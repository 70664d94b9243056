import { describe, expect, it } from 'vitest';
import type { Experiment } from '../../../engine/experiment/document.ts';
import type { Measurement, Method } from '../../../workers/protocol.ts';
import { startingExperiment } from '../../state/startingExperiment.ts';
import { costSentence } from './costSentence.ts';
import { methods } from './methods.ts';
import { rowsOf, splitMethods } from './rows.ts';

const measurement = (milliseconds: number, operations = 1): Measurement => ({
  milliseconds,
  runs: Number.isNaN(milliseconds) ? 0 : 5,
  operations,
});

describe('the methods of the table', () => {
  it('are all there, possible or refused with a reason', () => {
    const { possible, refused } = splitMethods(startingExperiment);
    expect(possible.length + refused.flatMap(({ labels }) => labels).length).toBe(methods.length);
    expect(refused).toEqual([
      { labels: ['Two-layer closed form'], why: 'needs one hidden layer, network has 2' },
    ]);
  });

  it('need memory', () => {
    const large: Experiment = { ...startingExperiment, parameters: Array<number>(9000).fill(0) };
    const { possible, refused } = splitMethods(large);
    expect(possible.map(({ method }) => method)).toEqual([
      'gradient',
      'Hv',
      'Gv',
      'diagonal',
      'exact-diagonal',
      'hutchinson-diagonal',
    ]);
    expect(refused.map(({ why }) => why)).toContain(
      'needs 1,296 MB for matrices with W = 9,000, allowed 256 MB',
    );
  });
});

describe('rows', () => {
  const texts = methods.slice(0, 3);
  const counts = [30, 90, 50].map((operations) => measurement(NaN, operations));

  it('stand in the order of their operations, with bars of these before anything is measured', () => {
    const rows = rowsOf(texts, counts, new Map());
    expect(rows.map(({ method }) => method)).toEqual(['gradient', 'Gv', 'Hv']);
    expect(rows.map(({ milliseconds }) => milliseconds)).toEqual([null, null, null]);
    expect([rows[0]?.bar, rows[2]?.bar]).toEqual([1 / 16, 1]);
  });

  it('have bars of their times then: equal ratios, equal steps', () => {
    const measured = new Map<Method, Measurement>([
      ['gradient', measurement(1)],
      ['Gv', measurement(10)],
      ['Hv', measurement(100)],
    ]);
    const [a, b, c] = rowsOf(texts, counts, measured).map(({ bar }) => bar);
    expect((c ?? NaN) - (b ?? NaN)).toBeCloseTo((b ?? NaN) - (a ?? NaN), 12);
    expect(rowsOf(texts, counts, new Map([['Hv', measurement(NaN)]])).map(({ bar }) => bar)).toEqual([
      0, 0, 0,
    ]);
  });
});

it('says what the times say, and nothing before', () => {
  const all = methods.filter(({ method }) =>
    (['gradient', 'Hv', 'exact', 'exact-r-columns'] as readonly Method[]).includes(method),
  );
  const sentence = (times: readonly (readonly [Method, number])[]): string | null =>
    costSentence(
      rowsOf(
        all,
        all.map(() => measurement(NaN)),
        new Map(times.map(([method, time]) => [method, measurement(time)])),
      ),
    );
  expect(sentence([])).toBeNull();
  expect(
    sentence([
      ['gradient', 2],
      ['Hv', 5],
    ]),
  ).toBe('One Hv takes 2.5 times as long as a gradient.');
  expect(
    sentence([
      ['gradient', 2],
      ['Hv', 5],
      ['exact', 20],
      ['exact-r-columns', 200],
    ]),
  ).toBe(
    'One Hv takes 2.5 times as long as a gradient; all of H takes as long as 4 of them, 10 times faster than column by column.',
  );
});
