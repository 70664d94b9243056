/** The parts of the benchmark, each run in a fresh worker: other libraries leave memory behind, compiled code its history. */
import { chooseFastestKernels } from '../../workers/fastestKernels.ts';
import { measureGrowth, type GrowthReport } from './growth.ts';
import type { StartHalf } from './halves.ts';
import { measureKernel, type KernelReport } from './kernel.ts';
import { measureNetwork, type NetworkReport } from './network.ts';
import { measurePlainKernels } from './plainKernels.ts';
import type { Effort, Timing } from './stopwatch.ts';
import { measureTwoWorkers, type TwoWorkersReport } from './twoWorkers.ts';

/** What each part reports. */
export interface Sections {
  readonly kernel: Readonly<Record<'fastest' | 'plain', KernelReport>>;
  readonly network: NetworkReport;
  readonly plainKernels: Readonly<Record<string, Timing>>;
  readonly twoWorkers: TwoWorkersReport;
  readonly growth: GrowthReport;
}

export type SectionName = keyof Sections;

/** What a worker is asked for. */
export interface SectionRequest {
  readonly name: SectionName;
  /** Inputs and units of the network, where the part is about one. */
  readonly sizes: readonly number[];
  readonly quick: boolean;
}

const THOROUGH: Effort = { sample: 20, rounds: 15, budget: 6000, atLeast: 3, warmUp: 300 };
const QUICK: Effort = { sample: 10, rounds: 3, budget: 300, atLeast: 1, warmUp: 50 };

/** Two threads are disturbed by whatever else runs on either processor: many short samples, also of a quick run. */
const MANY = { rounds: 40, budget: 3000 };

const sections: {
  readonly [Name in SectionName]: (
    request: SectionRequest,
    effort: Effort,
    start: StartHalf,
  ) => Promise<Sections[Name]>;
} = {
  kernel: (_, effort) => measureKernel(effort),
  network: ({ sizes }, effort) => measureNetwork(sizes, effort),
  plainKernels: ({ sizes }, effort) => measurePlainKernels(sizes, effort),
  twoWorkers: ({ sizes }, effort, start) => measureTwoWorkers(sizes, start, { ...effort, ...MANY }),
  growth: ({ quick }, effort) => measureGrowth(effort, quick),
};

/** Runs one part with the fastest kernels. */
export function runSection(request: SectionRequest, start: StartHalf): Promise<Sections[SectionName]> {
  chooseFastestKernels();
  return sections[request.name](request, request.quick ? QUICK : THOROUGH, start);
}
