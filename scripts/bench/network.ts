/** One network: our own times, the bare kernel's, and those of other libraries, measured in the same rounds. */
import { topologyOf } from '../../engine/network/topology.ts';
import { bareKernel, exactShapes, operationsOf } from './bareKernel.ts';
import { largestDifference } from './difference.ts';
import { jaxJs } from './jaxJs.ts';
import { N, nameOf } from './networks.ts';
import { ownKernels } from './ownKernels.ts';
import { gradientRun, hessianVectorRun, matrixRun } from './ours.ts';
import { problemOf } from './problems.ts';
import { rColumnsOnKernels } from './rColumnsOnKernels.ts';
import type { Rival, RivalOf } from './rivals.ts';
import { timeInTurn, type Effort, type Run, type Timing } from './stopwatch.ts';
import { tfjs } from './tfjs.ts';

/** How far another library's derivatives are from ours, relative to the largest entry; or why there are none. */
type Difference = { readonly gradient: number; readonly hessian: number } | { readonly unavailable: string };

export interface NetworkReport {
  readonly network: string;
  readonly W: number;
  readonly N: number;
  readonly milliseconds: Readonly<Record<string, Timing>>;
  readonly multiplications: {
    readonly megaflop: number;
    readonly bareKernelGflops: number;
    readonly exactGflops: number;
  };
  readonly differenceFromOurs: Readonly<Record<string, Difference>>;
}

const rivals: Readonly<Record<string, RivalOf>> = { jaxJs, tfjs };

async function compare(
  rivalOf: RivalOf,
  sizes: readonly number[],
): Promise<{ rival: Rival | null; difference: Difference }> {
  const problem = problemOf(sizes, N);
  try {
    const rival = await rivalOf(problem, sizes);
    const gradient = largestDifference(await rival.gradient(), gradientRun(problem)());
    const hessian = largestDifference(await rival.hessian(), matrixRun('exact', problem)());
    return { rival, difference: { gradient, hessian } };
  } catch (reason) {
    return { rival: null, difference: { unavailable: String(reason) } };
  }
}

/** All that runs on the fastest kernels, and the other libraries. */
export async function measureNetwork(sizes: readonly number[], effort: Effort): Promise<NetworkReport> {
  const problem = problemOf(sizes, N);
  const runs: Record<string, Run> = {
    gradient: gradientRun(problem),
    hessianVector: hessianVectorRun(problem),
    exact: matrixRun('exact', problem),
    gaussNewton: matrixRun('gauss-newton', problem),
    kfac: matrixRun('kfac', problem),
    exactByRColumns: () => rColumnsOnKernels(problem),
  };
  const differenceFromOurs: Record<string, Difference> = {};
  for (const [name, rivalOf] of Object.entries(rivals)) {
    const { rival, difference } = await compare(rivalOf, sizes);
    differenceFromOurs[name] = difference;
    if (rival !== null) runs[`${name}Hessian`] = () => rival.hessian();
  }
  const topology = topologyOf(problem.network);
  const shapes = exactShapes(topology);
  const bareKernelForExact = bareKernel(ownKernels(), shapes, N);
  const milliseconds = await timeInTurn<string>({ ...runs, bareKernelForExact }, effort);
  const megaflop = operationsOf(shapes, N) / 1e6;
  return {
    network: nameOf(sizes),
    W: topology.W,
    N,
    milliseconds,
    multiplications: {
      megaflop,
      bareKernelGflops: megaflop / milliseconds.bareKernelForExact.median,
      exactGflops: megaflop / milliseconds.exact.median,
    },
    differenceFromOurs,
  };
}
