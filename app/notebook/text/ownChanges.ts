/**
 * Tells a text that comes back after it was handed on from one changed elsewhere, such as by undo: texts handed
 * on are remembered until they, or a later one, come back.
 */
export interface OwnChanges {
  readonly sent: (text: string) => void;
  /** True for a text that was handed on. */
  readonly isOwn: (text: string) => boolean;
}

export function createOwnChanges(): OwnChanges {
  let waiting: readonly string[] = [];
  return {
    sent: (text) => {
      waiting = [...waiting.slice(-50), text];
    },
    isOwn: (text) => {
      const at = waiting.indexOf(text);
      if (at >= 0) waiting = waiting.slice(at + 1);
      return at >= 0;
    },
  };
}
