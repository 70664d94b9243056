import type { CommandId } from './commandList.ts';

/** A key as it came, and what was pressed right before it. */
export interface Pressed {
  readonly key: string;
  readonly shift: boolean;
  /** Ctrl, or Cmd on a Mac. */
  readonly control: boolean;
  readonly alt: boolean;
  /** The key before, pressed a moment ago; for `D D`. */
  readonly before: string | null;
}

const plain: Readonly<Record<string, CommandId>> = {
  Enter: 'edit',
  ArrowUp: 'previous',
  k: 'previous',
  ArrowDown: 'next',
  j: 'next',
  a: 'insertAbove',
  b: 'insertBelow',
  x: 'cut',
  c: 'copy',
  v: 'paste',
  z: 'undo',
};

/** The command of a key on a selected cell, as in JupyterLab's command mode; null when it is none. */
export function cellCommand({ key, shift, control, alt, before }: Pressed): CommandId | null {
  if (alt) return null;
  const name = key.length === 1 ? key.toLowerCase() : key;
  if (control) {
    if (!shift) return null;
    return name === 'ArrowUp' ? 'moveUp' : name === 'ArrowDown' ? 'moveDown' : null;
  }
  if (shift) return name === 'd' ? 'duplicate' : name === 'z' ? 'redo' : null;
  if (name === 'd') return before === 'd' ? 'remove' : null;
  return plain[name] ?? null;
}
