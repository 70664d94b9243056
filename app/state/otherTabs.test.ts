import { afterEach, expect, it, vi } from 'vitest';
import { useNotices } from './notices.ts';
import { listenToOtherTabs, tellOtherTabs } from './otherTabs.ts';

/** What another tab of this browser holds. */
const other = new BroadcastChannel('hessian-notebook:saved');
const texts = (): string[] => useNotices.getState().notices.map(({ text }) => text);

afterEach(() => useNotices.setState({ notices: [] }));

it('says once that another tab saves the same work, and nothing of other work', async () => {
  let slot: string | null = 'mine';
  listenToOtherTabs(() => slot);
  other.postMessage('shared:abc');
  other.postMessage('mine');
  await vi.waitFor(() => expect(texts()).toHaveLength(1));
  expect(texts()[0]).toContain('open in another tab');

  useNotices.setState({ notices: [] });
  slot = 'shared:abc';
  other.postMessage('shared:abc');
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(texts()).toEqual([]);
});

it('tells other tabs, and not itself, what it has saved', async () => {
  const heard = new Promise(
    (resolve) => (other.onmessage = ({ data }: MessageEvent<unknown>) => resolve(data)),
  );
  listenToOtherTabs(() => 'mine');
  tellOtherTabs('mine');
  expect(await heard).toBe('mine');
  expect(texts()).toEqual([]);
});
