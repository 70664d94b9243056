import { useEffect, useId, useMemo, useState } from 'react';
import { Dialog } from '../../controls/Dialog.tsx';
import { useNotebook } from '../useNotebook.ts';
import { type Command, commands, insertions } from './commandList.ts';
import styles from './Palette.module.css';

const all: readonly Command[] = [...Object.values<Command>(commands), ...insertions];

/** Commands whose name holds every word that was typed. */
const found = (query: string): readonly Command[] => {
  const words = query.toLowerCase().split(/\s+/u);
  return all.filter(({ label }) => words.every((word) => label.toLowerCase().includes(word)));
};

/** Every command by its name, with its keys. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const on = useNotebook();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const listId = useId();
  const matches = useMemo(() => found(query), [query]);
  const chosen = Math.min(at, matches.length - 1);
  const optionId = (n: number): string => `${listId}-${n}`;
  useEffect(() => {
    document.getElementById(`${listId}-${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [listId, chosen]);
  const isPossible = ({ possible }: Command): boolean => possible?.(on) ?? true;
  const run = (command: Command | undefined): void => {
    if (command === undefined || !isPossible(command)) return;
    onClose();
    on.ui.setState({ editing: true });
    command.run(on);
  };
  return (
    <Dialog open title="Commands" onClose={onClose}>
      <input
        className={styles.query}
        type="search"
        role="combobox"
        aria-label="Command"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={matches.length > 0 ? optionId(chosen) : undefined}
        placeholder="Type what to do"
        value={query}
        data-autofocus
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
          if (by !== 0) {
            event.preventDefault();
            setAt(Math.max(0, Math.min(matches.length - 1, chosen + by)));
          }
          if (event.key === 'Enter') run(matches[chosen]);
        }}
      />
      <div className={styles.list} id={listId} role="listbox" aria-label="Commands">
        {matches.map((command, n) => (
          // the field has the keyboard
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={command.label}
            id={optionId(n)}
            className={styles.option}
            role="option"
            tabIndex={-1}
            aria-selected={n === chosen}
            aria-disabled={!isPossible(command)}
            onClick={() => run(command)}
          >
            {command.label}
            <span className={styles.keys}>{command.keys}</span>
          </div>
        ))}
      </div>
      {matches.length === 0 ? <p className={styles.none}>No command of that name.</p> : null}
    </Dialog>
  );
}
