import { Bold, Heading, Italic, Link, List, Sigma } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../../controls/IconButton.tsx';
import { formatIds, formatKeys, formats } from './format.ts';
import type { FormatId } from './format.ts';
import styles from './TextEditor.module.css';

const icons: { readonly [F in FormatId]: ReactNode } = {
  bold: <Bold size={15} aria-hidden />,
  italic: <Italic size={15} aria-hidden />,
  link: <Link size={15} aria-hidden />,
  formula: <Sigma size={15} aria-hidden />,
  heading: <Heading size={15} aria-hidden />,
  list: <List size={15} aria-hidden />,
};

function labelOf(id: FormatId): string {
  const key = Object.entries(formatKeys).find(([, format]) => format === id)?.[0];
  return key === undefined ? formats[id].label : `${formats[id].label} (Ctrl+${key.toUpperCase()})`;
}

/** What can be done to the selected words, for those who don't write the marks. */
export function FormatBar({ onFormat }: { readonly onFormat: (id: FormatId) => void }) {
  return (
    <div className={styles.bar} role="group" aria-label="Format">
      {formatIds.map((id) => (
        <IconButton key={id} tone="quiet" label={labelOf(id)} icon={icons[id]} onClick={() => onFormat(id)} />
      ))}
    </div>
  );
}
