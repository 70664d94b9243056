import { nameOf, SIZES } from './networks.ts';
import type { NetworkReport } from './network.ts';
import { ratiosOf, type Ratio } from './ratios.ts';
import type { SectionName, SectionRequest, Sections } from './sections.ts';

export interface BenchReport extends Pick<Sections, 'kernel' | 'twoWorkers' | 'growth'> {
  readonly networks: readonly NetworkReport[];
  readonly ratios: readonly Ratio[];
}

/** Runs a part of the benchmark in a worker of its own. */
export type RunInWorker = (request: SectionRequest) => Promise<Sections[SectionName]>;

/** The whole benchmark, the same in Node and in the browser. */
export async function measureAll(
  quick: boolean,
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
  const kernel = await run('kernel');
  const networks: NetworkReport[] = [];
  for (const sizes of SIZES) {
    const report = await run('network', sizes);
    const plain = await run('plainKernels', sizes);
    networks.push({ ...report, milliseconds: { ...report.milliseconds, ...plain } });
  }
  const twoWorkers = await run('twoWorkers', SIZES[SIZES.length - 1]);
  const growth = await run('growth');
  return { kernel, networks, twoWorkers, growth, ratios: ratiosOf(networks, twoWorkers) };
}
