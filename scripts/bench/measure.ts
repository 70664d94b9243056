import { nameOf, SIZES } from './networks.ts';
import type { NetworkReport } from './network.ts';
import { ratiosOf, type Ratio } from './ratios.ts';
import type { SectionName, SectionRequest, Sections } from './sections.ts';

/** What was measured: all of it, or one part. */
export interface BenchReport {
  readonly kernel: Sections['kernel'] | undefined;
  readonly twoWorkers: Sections['twoWorkers'] | undefined;
  readonly growth: Sections['growth'] | undefined;
  readonly networks: readonly NetworkReport[];
  readonly ratios: readonly Ratio[];
}

/** Runs a part of the benchmark in a worker of its own. */
export type RunInWorker = (request: SectionRequest) => Promise<Sections[SectionName]>;

/** The whole benchmark, or one part of it; the same in Node and in the browser. */
export async function measureAll(
  quick: boolean,
  only: SectionName | undefined,
  runInWorker: RunInWorker,
  progress: (what: string) => void,
): Promise<BenchReport> {
  async function run<Name extends SectionName>(
    name: Name,
    sizes: readonly number[] = [],
  ): Promise<Sections[Name]> {
    progress(`${name} ${nameOf(sizes)}`);
    return (await runInWorker({ name, sizes, quick })) as Sections[Name];
  }
  const isWanted = (name: SectionName): boolean => only === undefined || only === name;
  const kernel = isWanted('kernel') ? await run('kernel') : undefined;
  const networks: NetworkReport[] = [];
  for (const sizes of isWanted('network') ? SIZES : []) {
    const report = await run('network', sizes);
    const plain = await run('plainKernels', sizes);
    networks.push({ ...report, milliseconds: { ...report.milliseconds, ...plain } });
  }
  const twoWorkers = isWanted('twoWorkers') ? await run('twoWorkers', SIZES[SIZES.length - 1]) : undefined;
  const growth = isWanted('growth') ? await run('growth') : undefined;
  return { kernel, networks, twoWorkers, growth, ratios: ratiosOf(networks, twoWorkers) };
}
