import { useStore } from 'zustand';
import { Button } from '../controls/Button.tsx';
import { addressOf } from '../shell/route.ts';
import type { Keeper } from './keeping/keep.ts';
import type { Opened } from './open.ts';
import { pages } from './pages/index.ts';

const savedWords = {
  saved: 'saved',
  saving: 'saving…',
  failed: 'not saved: the browser refused',
  conflict: 'becoming a copy…',
} as const;

function OwnLine({ keeper, page }: { readonly keeper: Keeper; readonly page: string | undefined }) {
  const saved = useStore(keeper.store, (state) => state.saved);
  const newer = useStore(keeper.store, (state) => state.newer);
  const original = pages.find(({ id }) => id === page);
  return (
    <>
      {original === undefined ? (
        'Your notebook'
      ) : (
        <>
          Your copy of <a href={addressOf.page(original.id)}>“{original.title}”</a>
        </>
      )}
      {' · '}
      {savedWords[saved]}
      {newer ? (
        <Button tone="quiet" onClick={() => void keeper.showNewer()}>
          Changed in another tab: show it
        </Button>
      ) : null}
    </>
  );
}

/** Where the notebook comes from, and whether it is kept. */
export function OriginLine({ opened }: { readonly opened: Opened }) {
  const origin = useStore(opened.origin, (state) => state.origin);
  const page = useStore(opened.editor.store, (state) => state.notebook.page);
  return (
    <span role="status" aria-label="Where this notebook is kept">
      {origin.kind === 'own' ? <OwnLine keeper={origin.keeper} page={page} /> : null}
      {origin.kind === 'page' ? 'A built-in page: what you change becomes your copy' : null}
      {origin.kind === 'link' ? 'From a link: what you change becomes your copy' : null}
    </span>
  );
}
