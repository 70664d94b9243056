import { expect, test } from 'vitest';
import { kernels } from '../engine/kernels/kernels.ts';
import { chooseFastestKernels } from './fastestKernels.ts';

test('kernels in WebAssembly take the place of the plain ones', () => {
  const before = kernels();
  chooseFastestKernels();
  expect(kernels()).not.toBe(before);
});
