/** How long one call takes: the fastest, the median and the quartiles of so many samples. */
export interface Timing {
  readonly fastest: number;
  readonly median: number;
  readonly quartiles: readonly [lower: number, upper: number];
  readonly samples: number;
  /** Why it was not measured to the end. */
  readonly stopped?: string;
}

/** How thoroughly to measure, in milliseconds and samples. */
export interface Effort {
  /** Calls are repeated until a sample lasts this long: the browser's clock ticks in tenths. */
  readonly sample: number;
  readonly rounds: number;
  /** A contestant that has used this much leaves the rounds, but not before `atLeast` samples. */
  readonly budget: number;
  readonly atLeast: number;
  readonly warmUp: number;
}

/** Something to be timed; what it returns is awaited when it is a promise. */
export type Run = () => unknown;

/** Compilers have done their work after so many calls, as far as seen here. */
const WARM_UP_CALLS = 10;
/** Slower calls than this compile and warm up within themselves. */
const SLOW = 50;

async function timeOnce(run: Run, calls: number): Promise<number> {
  const start = performance.now();
  for (let call = 0; call < calls; call++) {
    const result = run();
    if (result instanceof Promise) await result;
  }
  return (performance.now() - start) / calls;
}

/** Calls until compiled and for at least `milliseconds`, slow ones less often; returns the last call's time. */
async function warmUp(run: Run, milliseconds: number): Promise<number> {
  const start = performance.now();
  let last = 0;
  for (let call = 0; ; call++) {
    const spent = performance.now() - start;
    const compiled = call >= WARM_UP_CALLS && spent >= milliseconds;
    if (compiled || spent >= 10 * milliseconds) break;
    last = await timeOnce(run, 1);
  }
  return last;
}

/** The q-quantile, between the two nearest of the sorted values. */
export function quantile(sorted: readonly number[], q: number): number {
  const place = q * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.ceil(place);
  return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}

interface Entrant {
  readonly run: Run;
  readonly calls: number;
  /** A slow call does not need the caches warmed again. */
  readonly slow: boolean;
  readonly samples: number[];
  spent: number;
  stopped: string | null;
}

function timingOf({ samples, stopped }: Entrant): Timing {
  const sorted = [...samples].sort((a, b) => a - b);
  return {
    fastest: quantile(sorted, 0),
    median: quantile(sorted, 0.5),
    quartiles: [quantile(sorted, 0.25), quantile(sorted, 0.75)],
    samples: sorted.length,
    ...(stopped !== null && { stopped }),
  };
}

async function enter(run: Run, { warmUp: least, sample }: Effort): Promise<Entrant> {
  const entrant = { run, samples: [], spent: 0 };
  try {
    const once = await warmUp(run, least);
    const calls = Math.max(1, Math.ceil(sample / Math.max(once, 1e-3)));
    return { ...entrant, calls, slow: once > SLOW, stopped: null };
  } catch (reason) {
    return { ...entrant, calls: 1, slow: true, stopped: String(reason) };
  }
}

async function takeSample(entrant: Entrant): Promise<void> {
  const { run, calls, slow, samples } = entrant;
  try {
    // the one before has left the caches to itself
    if (!slow) await timeOnce(run, 1);
    const milliseconds = await timeOnce(run, calls);
    samples.push(milliseconds);
    entrant.spent += milliseconds * calls;
  } catch (reason) {
    entrant.stopped = String(reason);
  }
}

/**
 * Times contestants in turn, round after round, so that a machine that slows down slows all of them: their
 * ratios hold better than their times. One that throws stops there; its time is NaN if it never came to an end.
 */
export async function timeInTurn<Name extends string>(
  contestants: Readonly<Record<Name, Run>>,
  effort: Effort,
): Promise<Record<Name, Timing>> {
  const entrants = new Map<string, Entrant>();
  for (const [name, run] of Object.entries<Run>(contestants)) entrants.set(name, await enter(run, effort));
  for (let round = 0; round < effort.rounds; round++) {
    for (const entrant of entrants.values()) {
      const done = entrant.spent > effort.budget && entrant.samples.length >= effort.atLeast;
      if (!done && entrant.stopped === null) await takeSample(entrant);
    }
  }
  return Object.fromEntries([...entrants].map(([name, entrant]) => [name, timingOf(entrant)])) as Record<
    Name,
    Timing
  >;
}
