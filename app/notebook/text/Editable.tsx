import { useDeferredValue, useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Markdown } from './Markdown.tsx';
import styles from './TextCell.module.css';

export interface EditableProps {
  readonly empty: boolean;
  /** Stands in the place of nothing. */
  readonly invitation: string;
  readonly onEdit?: (() => void) | undefined;
  readonly children: ReactNode;
}

/** What was written; a double click edits it. The keys are the page's, which knows the focused cell. */
export function Editable({ empty, invitation, onEdit, children }: EditableProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (element === null || onEdit === undefined) return;
    const edit = ({ target }: MouseEvent): void => {
      // a second click on a link or on what folds is no wish to edit
      if (target instanceof Element && target.closest('a, summary, button') === null) onEdit();
    };
    element.addEventListener('dblclick', edit);
    return () => element.removeEventListener('dblclick', edit);
  }, [onEdit]);
  if (empty && onEdit !== undefined)
    return (
      <button type="button" className={styles.invitation} onClick={onEdit}>
        {invitation}
      </button>
    );
  return <div ref={place}>{children}</div>;
}

/** A text as it will look, a moment behind the keys if it must. */
export function Preview({ text }: { readonly text: string }) {
  const source = useDeferredValue(text);
  return (
    <div className={styles.preview} role="group" aria-label="Preview">
      {source.trim() === '' ? (
        <p className={styles.nothing}>What you write appears here.</p>
      ) : (
        <Markdown source={source} />
      )}
    </div>
  );
}
