import { useEffect, useState } from 'react';
import { useExperiment } from '../../state/experiment.ts';
import { useResults } from '../../state/results.ts';
import { matricesParts, sameParts } from '../../compute/problemOf.ts';

/** Results that lag no longer than this seem immediate. */
const PATIENCE_MILLISECONDS = 300;

/** True while the picture has been older than the document for longer than one takes for immediate. */
export function useComputing(): boolean {
  const [computing, setComputing] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const settle = (): void => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      setComputing(false);
    };
    const check = (): void => {
      const { snapshot, problem } = useResults.getState();
      const { experiment } = useExperiment.getState();
      const fresh =
        snapshot !== null && sameParts(matricesParts(snapshot.experiment), matricesParts(experiment));
      if (fresh || problem !== null) settle();
      else timer ??= setTimeout(() => setComputing(true), PATIENCE_MILLISECONDS);
    };
    const stops = [
      useExperiment.subscribe(check),
      useResults.subscribe((now, before) => {
        if (now.snapshot !== before.snapshot) settle();
        check();
      }),
    ];
    check();
    return () => {
      stops.forEach((stop) => stop());
      if (timer !== null) clearTimeout(timer);
    };
  }, []);
  return computing;
}
