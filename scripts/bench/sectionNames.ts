/** The parts of the benchmark that can be measured alone: `--only twoWorkers`. `network` brings `plainKernels`. */
export const sectionNames = ['kernel', 'network', 'twoWorkers', 'growth'] as const;
