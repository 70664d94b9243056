import { createStore } from 'zustand';
import type { Notebook } from '../../../engine/notebook/notebook.ts';
import { parseNotebook } from '../../../engine/notebook/validate.ts';
import { hearOtherTabs, tellOtherTabs } from '../../state/otherTabs.ts';
import { setTitle } from '../state/commands.ts';
import type { NotebookEditor } from '../state/editor.ts';
import { type Ahead, copyOf, writeAhead, writeCopy } from './ahead.ts';
import { type Library, library as ownLibrary } from './library.ts';
import { draftOf, type KeptNotebook, newId } from './record.ts';
import { createWrites, type WritesState } from './writes.ts';

/** The name under which tabs tell each other of a notebook. */
const slotOf = (id: string): string => `notebook:${id}`;

export interface KeepingState {
  /** `conflict`: another tab has written the same notebook, and this tab's is being made a copy. */
  readonly saved: WritesState | 'conflict';
  /** The notebook that is written to; another one once this has become a copy. */
  readonly id: string;
  /** Another tab has written a newer one, and nothing here waits to be written: offer `showNewer`. */
  readonly newer: boolean;
}

/** This tab's notebook has become a notebook of its own, since `of` was changed or removed in another tab. */
export interface BecameCopy {
  readonly of: string;
  readonly id: string;
  readonly title: string;
  readonly removed: boolean;
}

export interface KeepOptions {
  readonly editor: NotebookEditor;
  /** What was read; null for a notebook that is not kept yet: it gets an id, and is written at once. */
  readonly kept: KeptNotebook | null;
  readonly onCopy: (copy: BecameCopy) => void;
  /** What to keep, where it is more than the editor's document: then call `changed` for what is not in there. */
  readonly read?: () => Notebook;
  readonly library?: Library;
}

/**
 * Keeps an open notebook: every change is written within half a second, beforehand where writing is immediate,
 * so that a tab may end at any moment. What another tab has written is never overwritten.
 */
export function keepNotebook({ editor, kept, onCopy, read, library = ownLibrary }: KeepOptions) {
  const document = read ?? (() => editor.store.getState().notebook);
  const store = createStore<KeepingState>()(() => ({
    saved: 'saved',
    id: kept?.id ?? newId(),
    newer: false,
  }));
  const writer = newId();
  /** What this becomes when another tab writes over it: known beforehand, so that whoever makes the copy makes one. */
  let copyId = newId();
  let sequence = 0;
  let revision = kept?.revision ?? 0;
  /** The text that the store has. */
  let storedText = kept?.text ?? null;
  let underWay: Ahead | null = null;
  /** What was put where writing is immediate, until it is in the store: by the notebook it is for. */
  let putAhead: readonly { readonly id: string; readonly sequence: number; readonly forget: () => void }[] =
    [];
  const writes = createWrites({
    write: writeOnce,
    onHeldUp: () => putAheadOf(snapshot(), false),
    report: (saved) => report({ saved }),
  });

  function report(change: Partial<KeepingState>): void {
    const now = store.getState();
    const next = { ...now, ...change };
    if (next.saved !== now.saved || next.id !== now.id || next.newer !== now.newer) store.setState(next);
  }

  /** What is on the page now, to be written over what this tab knows of. */
  function snapshot(): Ahead {
    sequence += 1;
    const { id } = store.getState();
    return { id, copyId, draft: draftOf(document()), writer, sequence, expected: revision };
  }

  function putAheadOf(ahead: Ahead, leaving: boolean): void {
    const { id, sequence: put } = ahead;
    const forget = writeAhead(ahead, leaving);
    if (forget === null) return;
    putAhead = [...putAhead.filter((other) => other.id !== id), { id, sequence: put, forget }];
  }

  /** The store has this much. */
  function forgetAhead(written: number): void {
    for (const { sequence: put, forget } of putAhead) if (put <= written) forget();
    putAhead = putAhead.filter(({ sequence: put }) => put > written);
  }

  async function becomeCopy(ahead: Ahead, removed: boolean): Promise<void> {
    report({ saved: 'conflict' });
    const copy = copyOf(ahead.draft);
    const { id, ...written } = await writeCopy(library, ahead.copyId, copy, ahead);
    ({ revision } = written);
    storedText = copy.text;
    copyId = newId();
    report({ id, newer: false });
    editor.edit(setTitle(copy.title));
    onCopy({ of: ahead.id, id, title: copy.title, removed });
  }

  async function write(ahead: Ahead): Promise<void> {
    const { id, draft, expected } = ahead;
    if (draft.text === storedText) return;
    const written = await library.writeDraft(id, draft, expected, ahead);
    if (written.kind === 'conflict') await becomeCopy(ahead, written.removed);
    else {
      ({ revision } = written);
      storedText = draft.text;
    }
    tellOtherTabs(slotOf(store.getState().id));
  }

  async function writeOnce(): Promise<void> {
    const ahead = snapshot();
    underWay = ahead;
    try {
      putAheadOf(ahead, false);
      await write(ahead);
      forgetAhead(ahead.sequence);
    } finally {
      underWay = null;
    }
  }

  /** Something that is to be kept has changed. */
  function changed(): void {
    report({ newer: false });
    writes.changed();
  }

  /** The page may be gone before the store has answered. */
  function leave(): void {
    if (writes.hasChanges()) putAheadOf(snapshot(), true);
    else if (underWay !== null) putAheadOf(underWay, true);
    writes.save();
  }

  /** What another tab has written over what is on the page here, where nothing waits to be written. */
  async function newerOne(): Promise<KeptNotebook | null> {
    await writes.ended();
    const { id } = store.getState();
    const now = await library.read(id);
    if (now === null || id !== store.getState().id || !writes.isIdle()) return null;
    return now.revision > revision ? now : null;
  }

  async function lookForNewer(): Promise<void> {
    const newer = await newerOne().catch(() => null);
    if (newer !== null) report({ newer: true });
  }

  const onVisibility = (): void => {
    if (globalThis.document.visibilityState === 'hidden') leave();
    else void lookForNewer();
  };
  const stops = [
    editor.store.subscribe(changed),
    hearOtherTabs((slot) => {
      if (slot === slotOf(store.getState().id)) void lookForNewer();
    }),
    () => removeEventListener('pagehide', leave),
    () => globalThis.document.removeEventListener('visibilitychange', onVisibility),
    writes.stop,
  ];
  addEventListener('pagehide', leave);
  globalThis.document.addEventListener('visibilitychange', onVisibility);
  if (kept === null) {
    changed();
    writes.save();
  }

  return {
    store,
    changed,
    /** Writes what waits, and resolves when all is written, or has failed. */
    flush: writes.flush,
    /** Shows what another tab has written, as a step that can be undone; false when there is nothing newer. */
    async showNewer(): Promise<boolean> {
      await writes.flush();
      const newer = await newerOne();
      if (newer === null) return false;
      const notebook = parseNotebook(JSON.parse(newer.text));
      ({ revision } = newer);
      storedText = newer.text;
      editor.edit(() => notebook);
      report({ newer: false });
      return true;
    },
    /** Writes what waits, then follows the notebook no more. */
    async stop(): Promise<void> {
      await writes.flush();
      for (const stop of stops) stop();
    },
  };
}

export type Keeper = ReturnType<typeof keepNotebook>;
