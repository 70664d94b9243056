import type { Experiment } from '../../engine/experiment/document.ts';
import { reasonOf } from '../../workers/asError.ts';
import { lastMoment, textStore } from './storage.ts';

/** Comes while the store opens: a first visit does not wait for it. */
const validation = import('../../engine/experiment/validate.ts');

/** The person's own work. What came by a link stands beside it. */
export const MINE = 'mine';
/** Names the slots of fresh starts, as a checksum names those of a link. */
export const FRESH = 'fresh';
const SIDE = 'shared:';
const SIDE_KEPT = 5;
const SIDE_ORDER = 'side-slots';

/** What a slot held: a document, nothing, or a text that is no document any more. */
export type SlotContent =
  | { readonly kind: 'experiment'; readonly experiment: Experiment; readonly text: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreadable'; readonly message: string; readonly text: string };

async function contentOf(text: string | null): Promise<SlotContent> {
  if (text === null) return { kind: 'empty' };
  try {
    const { parseExperiment } = await validation;
    return { kind: 'experiment', experiment: parseExperiment(JSON.parse(text)), text };
  } catch (error) {
    return { kind: 'unreadable', message: reasonOf(error), text };
  }
}

/** Reads a slot. A text that can't be read is kept under a key of its own, so that nothing is lost. */
export async function readSlot(slot: string): Promise<SlotContent> {
  const store = await textStore();
  const pending = lastMoment.read(slot);
  if (pending !== null) {
    await store.write(slot, pending);
    lastMoment.forget(slot, pending);
  }
  const content = await contentOf(await store.read(slot));
  if (content.kind === 'unreadable') {
    await store.write(`rescued:${slot}:${Date.now()}`, content.text);
    await store.remove(slot);
  }
  return content;
}

export async function writeSlot(slot: string, text: string): Promise<void> {
  await (await textStore()).write(slot, text);
}

/** The slots beside the person's own, oldest first. */
async function sideOrder(): Promise<string[]> {
  const text = await (await textStore()).read(SIDE_ORDER);
  try {
    const list: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(list) ? list.filter((slot) => typeof slot === 'string') : [];
  } catch {
    return [];
  }
}

export const isSideSlotOf = (name: string, slot: string): boolean => slot.startsWith(`${SIDE}${name}.`);

/**
 * A slot beside the person's own, for what `name` stands for: a link's checksum, or `fresh`. When there are
 * changes of the same thing from before, they stay where they are, `earlier` says where, and this gets
 * another slot. The oldest beyond five are dropped.
 */
export async function openSideSlot(
  name: string,
  text: string,
): Promise<{ readonly slot: string; readonly earlier: string | null }> {
  const store = await textStore();
  const order = await sideOrder();
  const candidates = Array.from({ length: SIDE_KEPT + 1 }, (_, n) => `${SIDE}${name}.${n}`);
  const taken = candidates.filter((slot) => order.includes(slot));
  const texts = await Promise.all(taken.map((slot) => store.read(slot)));
  const slot =
    taken[texts.indexOf(text)] ??
    candidates.find((candidate) => !taken.includes(candidate)) ??
    `${SIDE}${name}`;
  const earlier = order.findLast((other) => taken.includes(other) && other !== slot) ?? null;
  const kept = [...order.filter((other) => other !== slot), slot];
  for (const dropped of kept.slice(0, -SIDE_KEPT)) await store.remove(dropped);
  await store.write(SIDE_ORDER, JSON.stringify(kept.slice(-SIDE_KEPT)));
  await store.write(slot, text);
  return { slot, earlier };
}
