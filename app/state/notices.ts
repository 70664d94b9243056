import { create } from 'zustand';

export interface Notice {
  readonly id: number;
  readonly tone: 'info' | 'caution';
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

interface NoticesState {
  readonly notices: readonly Notice[];
}

export const useNotices = create<NoticesState>()(() => ({ notices: [] }));

let lastId = 0;

/** Shows a short message; the same text is shown once. */
export function notify(notice: Omit<Notice, 'id'>): void {
  lastId += 1;
  const shown = { ...notice, id: lastId };
  useNotices.setState(({ notices }) => ({
    notices: [...notices.filter((other) => other.text !== notice.text), shown].slice(-3),
  }));
}

export function dismissNotice(id: number): void {
  useNotices.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
}
