import { notify } from './notices.ts';

/** Null where the browser has none: then nothing is said. */
const channel =
  typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('hessian-notebook:saved');

/** Tells this browser's other tabs that a slot has been written. */
export const tellOtherTabs = (slot: string): void => channel?.postMessage(slot);

/** Calls back with every slot that another tab writes, until the function that returns is called. */
export function hearOtherTabs(listener: (slot: string) => void): () => void {
  const onMessage = ({ data }: MessageEvent<unknown>): void => {
    if (typeof data === 'string') listener(data);
  };
  channel?.addEventListener('message', onMessage);
  return () => channel?.removeEventListener('message', onMessage);
}

/** Says once that another tab saves over the same work: two tabs share a slot, and the last change stays. */
export function listenToOtherTabs(currentSlot: () => string | null): void {
  let said = false;
  hearOtherTabs((slot) => {
    if (said || slot !== currentSlot()) return;
    said = true;
    notify({
      tone: 'caution',
      text: 'This work is open in another tab too, which has just saved it. What is changed last, here or there, stays: copy a link or download a file to keep both.',
    });
  });
}
