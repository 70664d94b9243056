import { create } from 'zustand';
import type { Experiment } from '../../engine/experiment/document.ts';
import { exactJson } from '../sharing/json.ts';
import { type SaveState, flush, saveTo, startAutosave } from './autosave.ts';
import { documentToSave, showDocument } from './documentToSave.ts';
import { explorer } from './lab.ts';
import { notify } from './notices.ts';
import { offerRescued } from './offerRescued.ts';
import { FRESH, isSideSlotOf, MINE, openSideSlot, readSlot, writeSlot } from './slots.ts';
import { routeOf } from '../shell/route.ts';
import { startingExperiment } from './startingExperiment.ts';
import { tabSlot, textStore } from './storage.ts';

interface SessionState {
  readonly phase: 'loading' | 'ready' | 'bad-link';
  /** What is wrong with the link. */
  readonly message: string | null;
  /** A link's experiment, or a fresh start, is on screen while the person's own work is kept elsewhere. */
  readonly shared: boolean;
  /** Of the two, it is the fresh start. */
  readonly fresh: boolean;
  readonly saved: SaveState;
}

export const useSession = create<SessionState>()(() => ({
  phase: 'loading',
  message: null,
  shared: false,
  fresh: false,
  saved: 'saved',
}));

/** Whether a fragment is meant as a link: anything but a short anchor such as `#main`. */
const isLink = (hash: string): boolean =>
  routeOf(hash).view === 'explorer' && (/^#v\d/.test(hash) || hash.includes('.') || hash.length > 40);

function clearAddress(): void {
  if (isLink(location.hash)) history.replaceState(null, '', location.pathname + location.search);
}

/** Puts a document on screen and saves to its slot from now on. */
function enter(slot: string, experiment: Experiment): void {
  saveTo(null);
  showDocument(experiment);
  saveTo(slot);
  tabSlot.write(slot);
  clearAddress();
  useSession.setState({
    phase: 'ready',
    message: null,
    shared: slot !== MINE,
    fresh: isSideSlotOf(FRESH, slot),
    saved: 'saved',
  });
}

/** Opens a slot; false when it is empty or can't be read, which is said. */
async function enterSlot(slot: string): Promise<boolean> {
  const content = await readSlot(slot);
  if (content.kind === 'experiment') enter(slot, content.experiment);
  if (content.kind === 'unreadable') offerRescued(content.message, content.text);
  return content.kind === 'experiment';
}

/** Enters a slot of its own, so that the person's work stays as it is. */
async function enterBeside(name: string, experiment: Experiment): Promise<void> {
  const { slot, earlier } = await openSideSlot(name, exactJson(experiment));
  enter(slot, experiment);
  if (earlier === null) return;
  notify({
    tone: 'info',
    text: 'You opened and changed this before.',
    action: { label: 'Open my changes', run: () => void goTo(earlier) },
  });
}

async function enterLink(hash: string): Promise<void> {
  await flush();
  const { decodeLink, linkChecksum } = await import('../sharing/link.ts');
  const decoded = decodeLink(hash);
  if (!decoded.ok) {
    saveTo(null);
    useSession.setState({ phase: 'bad-link', message: decoded.message });
    return;
  }
  const { experiment } = decoded;
  const text = exactJson(experiment);
  const mine = await readSlot(MINE);
  if (mine.kind === 'unreadable') offerRescued(mine.message, mine.text);
  if (mine.kind === 'experiment' && exactJson(mine.experiment) !== text)
    return enterBeside(linkChecksum(hash), experiment);
  await writeSlot(MINE, text);
  enter(MINE, experiment);
}

async function goTo(slot: string): Promise<void> {
  await flush();
  if (!(await enterSlot(slot))) enter(MINE, startingExperiment);
}

/** What the page opens with: the link in the address, else what this tab worked on, else the person's own work. */
async function openAtStart(): Promise<void> {
  if (isLink(location.hash)) return enterLink(location.hash);
  for (const slot of new Set([tabSlot.read() ?? MINE, MINE])) if (await enterSlot(slot)) return;
  enter(MINE, startingExperiment);
}

async function orWithoutStorage(opening: () => Promise<void>): Promise<void> {
  try {
    await opening();
  } catch {
    if (useSession.getState().phase === 'loading') enter(MINE, startingExperiment);
    notify({ tone: 'caution', text: 'Saved work could not be opened: the browser refused its storage.' });
  }
}

function followAddress(): void {
  const { hash } = location;
  if (isLink(hash)) void orWithoutStorage(() => enterLink(hash));
  else if (useSession.getState().phase === 'bad-link') void orWithoutStorage(openAtStart);
}

let started = false;

/** Opens what is to be opened, follows the address and saves every change. Never rejects; call once. */
export async function startSession(): Promise<void> {
  if (started) return;
  started = true;
  startAutosave((saved) => {
    if (useSession.getState().saved !== saved) useSession.setState({ saved });
  });
  addEventListener('hashchange', followAddress);
  await orWithoutStorage(openAtStart);
  if ((await textStore()).kind !== 'memory') return;
  notify({
    tone: 'caution',
    text: 'This browser keeps nothing: copy a link or download a file to keep your work.',
  });
}

/** Leaves the shared experiment, or the page about a bad link, for the person's own work. */
export const returnToMine = (): Promise<void> => goTo(MINE);

/** Makes what is on screen the person's own work; a notice offers the replaced one back. */
export async function keepShared(): Promise<void> {
  await flush();
  const before = await readSlot(MINE);
  await writeSlot(MINE, exactJson(documentToSave(explorer)));
  saveTo(MINE);
  tabSlot.write(MINE);
  useSession.setState({ shared: false, fresh: false });
  if (before.kind !== 'experiment') return;
  const bringBack = async (): Promise<void> => {
    await flush();
    await writeSlot(MINE, before.text);
    await goTo(MINE);
  };
  notify({
    tone: 'info',
    text: 'This is your own work now.',
    action: { label: 'Bring the old one back', run: () => void bringBack() },
  });
}

/** Opens the first experiment. The person's own work, where there is any, is kept. */
export async function startFresh(): Promise<void> {
  await flush();
  const mine = await readSlot(MINE);
  if (mine.kind === 'experiment') await enterBeside(FRESH, startingExperiment);
  else enter(MINE, startingExperiment);
}
