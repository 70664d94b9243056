import { useEffect, useState } from 'react';
import type { Opened } from './open.ts';

/** The notebook at hand, as it was last kept. */
export interface KeptHere {
  readonly id: string;
  readonly title: string;
}

/** Calls back whenever the notebook has been kept, until the function that returns is called. */
function followKept({ origin, editor }: Opened, tell: (kept: KeptHere) => void): () => void {
  let leaveKeeper: (() => void) | null = null;
  const follow = (): void => {
    const { origin: now } = origin.getState();
    if (now.kind !== 'own' || leaveKeeper !== null) return;
    const { store } = now.keeper;
    const look = (): void => {
      const { saved, id } = store.getState();
      if (saved === 'saved') tell({ id, title: editor.store.getState().notebook.title });
    };
    leaveKeeper = store.subscribe(look);
    look();
  };
  const leaveOrigin = origin.subscribe(follow);
  follow();
  return () => {
    leaveOrigin();
    leaveKeeper?.();
  };
}

/** The person's own notebook on the page once it is kept; a page becomes their own on the way. */
export function useKeptHere(opened: Opened | null): KeptHere | null {
  const [kept, setKept] = useState<KeptHere | null>(null);
  useEffect(() => {
    if (opened === null) return;
    return followKept(opened, ({ id, title }) =>
      setKept((before) => (before?.id === id && before.title === title ? before : { id, title })),
    );
  }, [opened]);
  return kept;
}
