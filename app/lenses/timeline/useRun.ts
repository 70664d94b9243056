import { useEffect, useMemo, useReducer, useRef, useState } from 'react';
import type { Experiment, TrainingSpec } from '../../../engine/experiment/document.ts';
import type { RunPoint } from '../../state/recording.ts';
import { useWork } from '../useWork.ts';
import { type Agreement, rerun } from './rerun.ts';
import { agreementOf, keepRerun, pointsOf, rerunFor } from './rerunFor.ts';

/** While training goes on, every slice is another run; none is made again until it rests. */
const REST_MILLISECONDS = 300;

export interface RunState {
  readonly points: readonly RunPoint[];
  /** How the run that was made again compares with the document's; null when none was needed. */
  readonly agreement: Agreement | null;
  /** Steps made again so far, and how many there are; null when nothing is being made. */
  readonly making: { readonly step: number; readonly until: number } | null;
  /** The run was not recorded, and making it again was cancelled. */
  readonly cancelled: boolean;
  readonly problem: string | null;
  readonly cancel: () => void;
  readonly goOn: () => void;
}

/** The run in which a document stands: as recorded, or made again from its start. */
export function useRun(experiment: Experiment): RunState {
  const { training } = experiment;
  const { running, problem, start, cancel } = useWork();
  const [made, kept] = useReducer((count: number) => count + 1, 0);
  const [step, setStep] = useState(0);
  const [cancelledFor, setCancelled] = useState<TrainingSpec['curve'] | null>(null);
  const { points, needed } = useMemo(
    () => ({ made, points: pointsOf(experiment), needed: rerunFor(experiment) }),
    [experiment, made],
  );
  const cancelled = cancelledFor === training.curve;
  const begin = needed !== null && !cancelled && problem === null;
  const { curve } = training;
  // A look back along the same curve leaves the run under way alone.
  const newest = useRef({ experiment, needed });
  useEffect(() => {
    newest.current = { experiment, needed };
  });
  useEffect(() => {
    if (!begin) return;
    const timer = setTimeout(() => {
      const asked = newest.current;
      if (asked.needed === null || asked.experiment.training.curve !== curve) return;
      const request = asked.needed;
      setStep(0);
      start(async (run) => {
        keepRerun(asked.experiment, await rerun(request, run, setStep));
        kept();
      });
    }, REST_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [begin, start, curve]);
  return {
    points,
    agreement: agreementOf(experiment),
    making: begin && running ? { step, until: needed.until } : null,
    cancelled: cancelled && needed !== null,
    problem,
    cancel() {
      cancel();
      setCancelled(curve);
    },
    goOn: () => setCancelled(null),
  };
}
