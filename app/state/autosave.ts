import { exactJson } from '../sharing/json.ts';
import { documentToSave } from './documentToSave.ts';
import { explorer } from './lab.ts';
import { listenToOtherTabs, tellOtherTabs } from './otherTabs.ts';
import { writeSlot } from './slots.ts';
import { lastMoment } from './storage.ts';

export type SaveState = 'saved' | 'saving' | 'failed';

/** Pause after the last change, and the longest that a run of changes may wait. */
const PAUSE_MILLISECONDS = 300;
const LONGEST_WAIT_MILLISECONDS = 2000;

let slot: string | null = null;
let report: ((state: SaveState) => void) | null = null;
let timer: ReturnType<typeof setTimeout> | null = null;
let waitingSince = 0;
let writing: Promise<void> = Promise.resolve();
/** Writes that were begun and did not end. */
let unwritten = 0;

function stopWaiting(): boolean {
  if (timer === null) return false;
  clearTimeout(timer);
  timer = null;
  return true;
}

async function write(to: string, text: string): Promise<void> {
  try {
    await writeSlot(to, text);
    lastMoment.forget(to, text);
    tellOtherTabs(to);
    if (timer === null) report?.('saved');
  } catch {
    report?.('failed');
  } finally {
    unwritten -= 1;
  }
}

function save(): void {
  stopWaiting();
  if (slot === null) return;
  const to = slot;
  const text = exactJson(documentToSave(explorer));
  unwritten += 1;
  writing = writing.then(() => write(to, text));
}

function changed(): void {
  if (slot === null) return;
  if (timer === null) {
    waitingSince = performance.now();
    report?.('saving');
  }
  const left = waitingSince + LONGEST_WAIT_MILLISECONDS - performance.now();
  stopWaiting();
  timer = setTimeout(save, Math.max(0, Math.min(PAUSE_MILLISECONDS, left)));
}

/** Writes what waits, and resolves when all is written. */
export async function flush(): Promise<void> {
  if (timer !== null) save();
  await writing;
}

/** The page may be gone before IndexedDB has answered, so the text also goes where writing is immediate. */
function leave(): void {
  if (slot === null || (timer === null && unwritten === 0)) return;
  lastMoment.write(slot, exactJson(documentToSave(explorer)));
  if (timer !== null) save();
}

/** From now on changes are saved to this slot; null: nowhere. Call `flush` before. */
export function saveTo(next: string | null): void {
  stopWaiting();
  slot = next;
}

/** Follows the document and the selection. Call once. */
export function startAutosave(onState: (state: SaveState) => void): void {
  report = onState;
  listenToOtherTabs(() => slot);
  explorer.experiment.subscribe(changed);
  explorer.selection.subscribe((now, before) => {
    if (now.entry !== before.entry || now.parameter !== before.parameter) changed();
  });
  addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') leave();
  });
}
