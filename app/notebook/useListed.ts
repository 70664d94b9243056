import { useEffect, useState } from 'react';
import { hearOtherTabs } from '../state/otherTabs.ts';
import { listKept } from './keeping/kept.ts';
import type { Listed } from './keeping/record.ts';

/** The person's notebooks that hold every word, the last changed first; null while they are being looked up. */
export function useListed(words: string, version: unknown): readonly Listed[] | null {
  const [listed, setListed] = useState<readonly Listed[] | null>(null);
  useEffect(() => {
    let wanted = true;
    const look = (): void => {
      listKept(words).then(
        (found) => wanted && setListed(found),
        () => wanted && setListed([]),
      );
    };
    look();
    const leave = hearOtherTabs(look);
    return () => {
      wanted = false;
      leave();
    };
  }, [words, version]);
  return listed;
}
