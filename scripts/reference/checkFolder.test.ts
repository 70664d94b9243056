import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkFolder } from './checkFolder.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reference-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** One linear unit, one pattern: y = 2·3 + 1 = 7, E = ½ (7 − 4)² = 4.5, ∇E = (9, 3), H = [9 3; 3 1]. */
const line = {
  name: 'line',
  network: { input: [1], layers: [{ name: 'output', kind: 'dense', units: 1, from: ['input'] }] },
  loss: { kind: 'sum-of-squares', reduction: 'sum' },
  weightDecay: 0,
  parameters: [2, 1],
  data: { inputs: [[3]], targets: [[4]] },
  direction: [1, -1],
  expected: {
    error: 4.5,
    gradient: [9, 3],
    hessian: [
      [9, 3],
      [3, 1],
    ],
    hessianVectorProduct: [6, 2],
    diagonalApproximation: [9, 1],
  },
};

const save = (name: string, content: unknown): void =>
  writeFileSync(
    join(folder, `${name}.json`),
    typeof content === 'string' ? content : JSON.stringify(content),
  );
/** The lines of quantities that agree to the last bit. */
const exactly = (name: string, ...quantities: string[]): string[] =>
  quantities.map((quantity) => `ok   ${name} ${quantity} 0.0e+0`);
const lines = (): string[] => [...checkFolder(folder)].map(({ text }) => text);

test('values worked out by hand pass, each quantity on a line of its own', () => {
  save('line', line);
  expect(lines()).toEqual(
    exactly(
      'line',
      'error',
      'gradient',
      'hessian',
      'hessianByRColumns',
      'hessianByUnitSeededPasses',
      'hessianVectorProduct',
      'diagonalApproximation',
    ),
  );
});

test('a convolution and a max pool with everything left out that may be, worked out by hand', () => {
  // a = z_1 + z_5 − 1 at four places: 5, 7, 11, 13. The largest reads 5, 6, 8, 9: y = 13, ∇y = (5, 6, 8, 9, 1).
  const slope = [5, 6, 8, 9, 1];
  save('image', {
    ...line,
    network: {
      input: [1, 3, 3],
      layers: [
        { name: 'conv', kind: 'conv2d', channels: 1, kernel: 2, activation: null, from: ['input'] },
        { name: 'pool', kind: 'max-pool', size: 2, from: ['conv'] },
      ],
    },
    parameters: [1, 0, 0, 1, -1],
    data: { inputs: [[1, 2, 3, 4, 5, 6, 7, 8, 9]], targets: [[12]] },
    direction: [1, 0, 0, 0, -1],
    expected: {
      error: 0.5,
      gradient: slope,
      hessian: slope.map((row) => slope.map((column) => row * column)),
      hessianVectorProduct: slope.map((entry) => 4 * entry),
      gaussNewton: slope.map((row) => slope.map((column) => row * column)),
      empiricalFisher: slope.map((row) => slope.map((column) => row * column)),
      diagonalApproximation: null,
    },
  });
  expect(lines()).toEqual(
    exactly(
      'image',
      'error',
      'gradient',
      'hessian',
      'hessianByRColumns',
      'hessianByUnitSeededPasses',
      'hessianVectorProduct',
      'gaussNewton',
      'empiricalFisher',
    ),
  );
});

test('a layer that lacks a number, or reads what it cannot, fails with its name', () => {
  const conv = { name: 'conv', kind: 'conv2d', channels: 1, kernel: 2, from: ['input'] };
  const network = { input: [1, 1, 1], layers: [conv] };
  save('a', { ...line, network, expected: { error: 4.5 } });
  save('b', { ...line, network: { ...network, layers: [{ ...conv, kernel: undefined }] } });
  expect(lines()).toEqual([
    'FAIL a error layer conv needs a kernel of at most 1: 2',
    'FAIL b kernel of layer conv is not a number: undefined',
  ]);
});

test('an entry that is off by 2e-10 of the largest fails, by 0.5e-10 passes', () => {
  save('line', { ...line, expected: { gradient: [9, 3 + 18e-10] } });
  expect(lines()).toEqual(['FAIL line gradient 2.0e-10']);
  save('line', { ...line, expected: { gradient: [9, 3 + 4.5e-10] } });
  expect(lines()).toEqual(['ok   line gradient 5.0e-11']);
});

test('a NaN from the engine fails', () => {
  save('line', { ...line, data: { inputs: [[1e300]], targets: [[4]] }, expected: { gradient: [9, 3] } });
  expect(lines()).toEqual(['FAIL line gradient Infinity']);
});

test.each([
  [{ gradient: [9, 3, 0] }, 'FAIL line gradient has 2 entries, expected 3'],
  [{}, 'FAIL line expects no quantity'],
])('expected %j fails', (expected, message) => {
  save('line', { ...line, expected });
  expect(lines()).toEqual([message]);
});

test('kinds that the engine does not list are unsupported', () => {
  const [layer] = line.network.layers;
  const withLayer = (change: object) => ({ ...line.network, layers: [{ ...layer, ...change }] });
  save('a', { ...line, network: withLayer({ kind: 'conv9d' }) });
  save('b', { ...line, network: withLayer({ activation: 'toString' }) });
  save('c', { ...line, loss: { kind: 'hinge', reduction: 'sum' } });
  save('d', { ...line, expected: { error: 4.5, torsion: 1 } });
  expect(lines()).toEqual([
    'unsupported: a: kind conv9d',
    'unsupported: b: activation toString',
    'unsupported: c: loss hinge',
    'ok   d error 0.0e+0',
    'unsupported: d: quantity torsion',
  ]);
});

test('a layer that reads an unknown layer, and a file that is no case, fail', () => {
  const layers = [{ name: 'output', kind: 'dense', units: 1, from: ['hidden9'] }];
  save('line', { ...line, network: { input: [1], layers }, expected: { error: 4.5 } });
  save('torn', '{"name": "torn", "parameters": [NaN');
  expect(lines()[0]).toBe('FAIL line error layer output reads unknown layer: hidden9');
  expect(lines()[1]).toMatch(/^FAIL torn /);
});

test('a folder that is missing or holds no case is an error that names it', () => {
  expect(lines).toThrow(`folder holds no *.json case: ${folder}`);
  const nowhere = join(folder, 'nowhere');
  expect(() => [...checkFolder(nowhere)]).toThrow(`no such folder: ${nowhere}`);
});
