import { useEffect, useState } from 'react';

/** Whether something has gone on for longer than a moment: what comes and goes with a drag would make the page jump. */
export function useLasting(goesOn: boolean, milliseconds = 400): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!goesOn) return;
    const timer = setTimeout(() => setLasting(true), milliseconds);
    return () => {
      clearTimeout(timer);
      setLasting(false);
    };
  }, [goesOn, milliseconds]);
  return goesOn && lasting;
}
