import { useSyncExternalStore } from 'react';

/** Three columns; two and a drawer; one and a sheet. */
export type Layout = 'wide' | 'medium' | 'narrow';

const wide = matchMedia('(min-width: 1200px)');
const medium = matchMedia('(min-width: 760px)');

function subscribe(changed: () => void): () => void {
  wide.addEventListener('change', changed);
  medium.addEventListener('change', changed);
  return () => {
    wide.removeEventListener('change', changed);
    medium.removeEventListener('change', changed);
  };
}

const layoutNow = (): Layout => (wide.matches ? 'wide' : medium.matches ? 'medium' : 'narrow');

export const useLayout = (): Layout => useSyncExternalStore(subscribe, layoutNow);
