import { type KeyboardEvent, useRef } from 'react';
import { useNotebook } from '../useNotebook.ts';
import { cellCommand } from './cellKeys.ts';
import { type Command, commands } from './commandList.ts';

/** Two presses this close are one `D D`. */
const TWICE_MILLISECONDS = 800;

/** Keys on a selected cell. What a cell's own controls take, they keep. */
export function useCellKeys(editing: boolean): (event: KeyboardEvent) => void {
  const on = useNotebook();
  const last = useRef({ key: '', at: 0 });
  return (event) => {
    const { key, shiftKey, ctrlKey, metaKey, altKey, target, timeStamp } = event;
    const onCell = target instanceof HTMLElement && target.dataset.cell !== undefined;
    if (!editing || !onCell || event.defaultPrevented) return;
    const recent = timeStamp - last.current.at < TWICE_MILLISECONDS;
    const before = recent ? last.current.key : null;
    const id = cellCommand({ key, shift: shiftKey, control: ctrlKey || metaKey, alt: altKey, before });
    last.current = { key: id === null ? key.toLowerCase() : '', at: timeStamp };
    if (id === null) return;
    event.preventDefault();
    const command: Command = commands[id];
    if (command.possible?.(on) ?? true) command.run(on);
  };
}
