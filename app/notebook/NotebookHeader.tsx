import { IconButton } from '../controls/IconButton.tsx';
import { help, useThemeItem } from '../shell/Header.tsx';
import header from '../shell/Header.module.css';
import { brand, PageNav } from '../shell/PageNav.tsx';
import type { Opened } from './open.ts';

/** The head of the notebook side. */
export function NotebookHeader({ opened }: { readonly opened: Opened | null }) {
  const theme = useThemeItem();
  return (
    <header className={header.header}>
      {brand}
      <PageNav current="notebook" />
      <div className={header.title}>{opened?.origin.kind}</div>
      <div className={header.actions}>
        <IconButton label={theme.label} icon={theme.icon} onClick={theme.run} />
        <IconButton label={help.label} icon={help.icon} onClick={help.run} />
      </div>
    </header>
  );
}
