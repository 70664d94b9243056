import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Problem } from '../../../engine/experiment/problem.ts';
import type { StudySettings } from '../../../engine/notebook/studies/index.ts';
import { racerIds, racerOf, type RacerId, type RaceSettings } from '../../../engine/uses/race/index.ts';
import { type Run as Ask, useWork } from '../../lenses/useWork.ts';
import { BY_ITSELF, noteEvery, whyNotRaced } from './raceLimits.ts';
import { continued, newRun, type Run } from './raceRun.ts';

const CALL_MILLISECONDS = 150;
const PUBLISH_MILLISECONDS = 250;

export interface Race {
  /** In the order of the list; those of an earlier race until they are run anew. */
  readonly runs: readonly Run[];
  readonly running: boolean;
  /** Whether every run is that of the present settings and over. */
  readonly finished: boolean;
  readonly done: number;
  readonly of: number;
  readonly problem: string | null;
  readonly start: () => void;
  readonly cancel: () => void;
}

interface Kept {
  readonly problem: Problem;
  readonly signature: string;
  readonly run: Run;
}

/** What a method's run depends on. */
function signatureOf(id: RacerId, settings: StudySettings['race']): string {
  const uses: readonly (keyof RaceSettings)[] = racerOf(id).uses;
  return JSON.stringify([settings.iterations, ...uses.map((name) => settings[name])]);
}

async function runOne(ask: Ask, problem: Problem, run: Run, settings: StudySettings['race']): Promise<Run> {
  const { iterations } = settings;
  const taken = run.errors.length;
  const reply = await ask('race', {
    problem: { ...problem, parameters: run.parameters },
    method: run.id,
    settings,
    carried: run.carried,
    reference: run.carried === null ? null : run.start,
    taken,
    steps: iterations - taken,
    noteEvery: noteEvery(iterations, problem.parameters.length),
    budgetMilliseconds: CALL_MILLISECONDS,
  });
  const next = continued(run, reply, iterations);
  if (next.stop === null) return next;
  return { ...next, end: await ask('raceEnd', { problem: { ...problem, parameters: next.parameters } }) };
}

/** The chosen methods from the problem's weights, a short call of each in turn; what is known is not run again. */
export function useRace(problem: Problem, settings: StudySettings['race']): Race {
  const W = problem.parameters.length;
  const { methods } = settings;
  const chosen = useMemo(
    () => racerIds.filter((id) => methods.includes(id) && whyNotRaced(id, W, problem.batch.N) === null),
    [methods, W, problem],
  );
  const kept = useRef<Partial<Record<RacerId, Kept>>>({});
  const [known, setKnown] = useState<Partial<Record<RacerId, Kept>>>({});
  const work = useWork();
  const { start: begin, cancel } = work;

  const start = useCallback(() => {
    const isKnown = (id: RacerId): boolean =>
      kept.current[id]?.problem === problem && kept.current[id].signature === signatureOf(id, settings);
    const isOver = (id: RacerId): boolean => isKnown(id) && kept.current[id]?.run.stop !== null;
    begin(async (ask) => {
      let left = chosen.filter((id) => !isOver(id));
      let published = performance.now();
      while (left.length > 0) {
        for (const id of left) {
          const before = isKnown(id) ? kept.current[id]?.run : undefined;
          const run = await runOne(ask, problem, before ?? newRun(id, problem.parameters), settings);
          kept.current = {
            ...kept.current,
            [id]: { problem, signature: signatureOf(id, settings), run },
          };
          if (performance.now() - published > PUBLISH_MILLISECONDS) {
            published = performance.now();
            setKnown(kept.current);
          }
        }
        left = left.filter((id) => !isOver(id));
      }
      setKnown(kept.current);
    });
  }, [begin, problem, settings, chosen]);

  const raced = chosen.map((id) => `${id}${signatureOf(id, settings)}`).join();
  const newest = useRef(start);
  useEffect(() => {
    newest.current = start;
  });
  const byItself = W <= BY_ITSELF;
  useEffect(() => {
    if (byItself) newest.current();
    else cancel();
  }, [problem, raced, byItself, cancel]);

  const runs = useMemo(
    () => chosen.flatMap((id) => (known[id] === undefined ? [] : [known[id].run])),
    [chosen, known],
  );
  const current = chosen.filter((id) => {
    const one = known[id];
    return one?.problem === problem && one.signature === signatureOf(id, settings);
  });
  const finished =
    !work.running && current.length === chosen.length && runs.every(({ stop }) => stop !== null);
  const done = current.reduce((sum, id) => {
    const run = known[id]?.run;
    return sum + (run?.stop === null ? run.errors.length : settings.iterations);
  }, 0);
  const of = chosen.length * settings.iterations;
  return { runs, running: work.running, finished, done, of, problem: work.problem, start, cancel };
}
