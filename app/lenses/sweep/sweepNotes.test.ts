import { expect, test } from 'vitest';
import type { NetworkSpec } from '../../../engine/experiment/problem.ts';
import type { SweepReply } from '../../../workers/protocol.ts';
import { kinksOf, sweepNotes } from './sweepNotes.ts';

const network = (activation: 'tanh' | 'relu'): NetworkSpec => ({
  input: [2],
  layers: [
    { name: 'h', kind: 'dense', units: 2, activation, from: ['input'] },
    { name: 'y', kind: 'dense', units: 1, activation: 'identity', from: ['h'] },
  ],
});

const slopes = { truncation: 1, cancellation: -1 };

const reply = (change: Partial<SweepReply>): SweepReply => ({
  steps: [],
  errors: { oneSided: [], central: [], fourPoint: [] },
  sizes: { oneSided: 1, central: 1, fourPoint: 1 },
  slopes: { oneSided: slopes, central: slopes, fourPoint: slopes },
  operations: { oneSided: 1, central: 1, fourPoint: 1, product: 1, gradient: 1 },
  value: 1,
  length: 1,
  entry: null,
  ownError: 1e-16,
  ...change,
});

const none = { oneSided: 0, central: 0, fourPoint: 0 };

test('a smooth network with a plain product needs no words', () => {
  expect(sweepNotes(reply({}), 'product', network('tanh'))).toEqual([]);
});

test.each([
  ['product', reply({ length: 0, sizes: none }), /^v is zero/],
  ['product', reply({ sizes: none }), /^Hv is 0/],
  ['product', reply({ sizes: { ...none, oneSided: 1, central: 1 } }), /^vᵀHv is 0/],
  ['entry', reply({ sizes: none }), /^This entry is 0/],
  ['product', reply({ ownError: NaN }), /too long/],
] as const)('%s: what is missing is said once', (of, sweep, said) => {
  expect(sweepNotes(sweep, of, network('tanh'))).toEqual([expect.stringMatching(said)]);
});

test('layers with kinks are named', () => {
  expect(kinksOf(network('relu'))).toEqual(['h']);
  expect(kinksOf(network('tanh'))).toEqual([]);
  expect(sweepNotes(reply({}), 'entry', network('relu'))).toEqual([expect.stringMatching(/^Kinks at h:/)]);
});
