import { useEffect, useState } from 'react';
import { matricesParts, sameParts } from '../../compute/problemOf.ts';
import { useLab } from '../../state/useLab.ts';

/** Results that lag no longer than this seem immediate. */
const PATIENCE_MILLISECONDS = 300;

/** True while the picture has been older than the document for longer than one takes for immediate. */
export function useComputing(): boolean {
  const lab = useLab();
  const [computing, setComputing] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const settle = (): void => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      setComputing(false);
    };
    const check = (): void => {
      const { snapshot, problem } = lab.results.getState();
      const { experiment } = lab.experiment.getState();
      const fresh =
        snapshot !== null && sameParts(matricesParts(snapshot.experiment), matricesParts(experiment));
      if (fresh || problem !== null) settle();
      else timer ??= setTimeout(() => setComputing(true), PATIENCE_MILLISECONDS);
    };
    const stops = [
      lab.experiment.subscribe(check),
      lab.results.subscribe((now, before) => {
        if (now.snapshot !== before.snapshot) settle();
        check();
      }),
    ];
    check();
    return () => {
      stops.forEach((stop) => stop());
      if (timer !== null) clearTimeout(timer);
    };
  }, [lab]);
  return computing;
}
