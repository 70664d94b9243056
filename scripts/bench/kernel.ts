import { createPlainKernels, type Kernels } from '../../engine/kernels/kernels.ts';
import { bareKernel, operationsOf } from './bareKernel.ts';
import { ownKernels } from './ownKernels.ts';
import { N } from './networks.ts';
import { timeInTurn, type Effort, type Timing } from './stopwatch.ts';

export interface KernelReport {
  readonly product: string;
  readonly milliseconds: Timing;
  readonly gflops: number;
}

const SIDE = 1000;

/** AᵀA, all of it, of 200 patterns with 1000 entries by the bare kernel. */
async function measure(kernels: Kernels, effort: Effort): Promise<KernelReport> {
  const shapes = [{ R: SIDE, S: SIDE }];
  const { product } = await timeInTurn({ product: bareKernel(kernels, shapes, N) }, effort);
  return {
    product: `AᵀA, float64, W = ${SIDE}, N = ${N}`,
    milliseconds: product,
    gflops: operationsOf(shapes, N) / 1e6 / product.median,
  };
}

/** The kernel as fast as it goes here, and in plain TypeScript. */
export async function measureKernel(effort: Effort): Promise<Record<'fastest' | 'plain', KernelReport>> {
  return {
    fastest: await measure(ownKernels(), effort),
    plain: await measure(createPlainKernels(), effort),
  };
}
