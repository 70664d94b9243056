import { describe, expect, test } from 'vitest';
import type { DataSpec } from '../../../engine/experiment/document.ts';
import { lossKinds, lossOf } from '../../../engine/losses/index.ts';
import { lossChoices, whyNotOffered } from './lossChoices.ts';

const offered = (data: DataSpec) =>
  lossChoices(data)
    .filter((choice) => choice.offered)
    .map(({ kind }) => kind);
const why = (data: DataSpec) => whyNotOffered(lossChoices(data));
const drawn = (set: 'sine' | 'counts' | 'moons' | 'blobs'): DataSpec => ({
  set,
  count: 10,
  noise: 0,
  seed: 1,
});

describe('losses on offer', () => {
  test('follow the targets', () => {
    const forReals = lossKinds.filter((kind) => lossOf(kind).targets === 'real');
    const forCounts = lossKinds.filter((kind) => !kind.endsWith('cross-entropy'));
    expect(forReals).toContain('sum-of-squares');
    expect(new Set(offered(drawn('sine')))).toEqual(new Set(forReals));
    expect(offered(drawn('counts'))).toEqual(forCounts);
    expect(new Set(offered(drawn('moons')))).toEqual(new Set([...forCounts, 'binary-cross-entropy']));
    expect(offered(drawn('blobs'))).toEqual(lossKinds);
  });

  test('the reason names what the loss needs', () => {
    expect(why(drawn('moons'))).toBe('Softmax cross-entropy needs one-hot targets.');
    expect(why(drawn('blobs'))).toBeNull();
  });

  test('several are one sentence', () => {
    expect(why({ inputs: [[1], [2]], targets: [[1], [0.5]] })).toBe(
      'Binary cross-entropy needs targets of 0 or 1, softmax cross-entropy one-hot.',
    );
    expect(why(drawn('sine'))).toBe(
      'Poisson needs targets not below 0, binary cross-entropy 0 or 1, softmax cross-entropy one-hot.',
    );
  });
});
