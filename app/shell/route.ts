import { useSyncExternalStore } from 'react';

/** What the address shows. */
export type Route =
  | { readonly view: 'explorer' }
  /** All pages, the built-in ones and the reader's. */
  | { readonly view: 'library' }
  | { readonly view: 'page'; readonly id: string }
  | { readonly view: 'notebook'; readonly id: string }
  /** A notebook that the address itself holds. */
  | { readonly view: 'shared'; readonly fragment: string };

const NAME = '([a-z0-9-]{1,60})';
const PAGE = new RegExp(`^#page/${NAME}$`);
const NOTEBOOK = new RegExp(`^#notebook/${NAME}$`);

/** Reads the part of the address after `#`; anything unknown is the explorer's. */
export function routeOf(hash: string): Route {
  if (hash === '#notebook') return { view: 'library' };
  const page = PAGE.exec(hash)?.[1];
  if (page !== undefined) return { view: 'page', id: page };
  const notebook = NOTEBOOK.exec(hash)?.[1];
  if (notebook !== undefined) return { view: 'notebook', id: notebook };
  if (/^#n\d/.test(hash)) return { view: 'shared', fragment: hash };
  return { view: 'explorer' };
}

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}

/** The address's fragment, followed. */
export const useHash = (): string => useSyncExternalStore(subscribe, () => location.hash);

export const addressOf = {
  library: '#notebook',
  explorer: '#',
  page: (id: string): string => `#page/${id}`,
  notebook: (id: string): string => `#notebook/${id}`,
} as const;
