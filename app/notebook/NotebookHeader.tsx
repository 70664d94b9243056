import { Command, Download, Ellipsis, Pencil, Printer, Redo2, Undo2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '../controls/Button.tsx';
import { IconButton } from '../controls/IconButton.tsx';
import { Menu } from '../controls/Menu.tsx';
import type { MenuItem } from '../controls/menuItem.ts';
import { help, useThemeItem } from '../shell/Header.tsx';
import header from '../shell/Header.module.css';
import { Brand, PageNav } from '../shell/PageNav.tsx';
import { CopyNotebookLink, download } from './CopyNotebookLink.tsx';
import { askForEditor } from './text/useEditor.ts';
import { Palette } from './editing/Palette.tsx';
import styles from './NotebookHeader.module.css';
import type { Opened } from './open.ts';
import { OriginLine } from './OriginLine.tsx';
import { PresentButton } from './presenting/PresentButton.tsx';
import { printNotebook } from './presenting/printing.ts';

const ICON = 16;

/** Undo and redo of everything in the notebook. */
function NotebookHistory({ opened: { editor } }: { readonly opened: Opened }) {
  const canUndo = useStore(editor.history, (state) => state.pastStates.length > 0);
  const canRedo = useStore(editor.history, (state) => state.futureStates.length > 0);
  return (
    <>
      <IconButton label="Undo" icon={<Undo2 size={ICON} />} onClick={editor.undo} disabled={!canUndo} />
      <IconButton label="Redo" icon={<Redo2 size={ICON} />} onClick={editor.redo} disabled={!canRedo} />
    </>
  );
}

/** The palette, by its button and by Ctrl Shift C as in JupyterLab. */
function PaletteButton() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const { key, ctrlKey, metaKey, shiftKey } = event;
      if (!(ctrlKey || metaKey) || !shiftKey || key.toLowerCase() !== 'c') return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <>
      <IconButton label="Commands" icon={<Command size={ICON} />} onClick={() => setOpen(true)} />
      {open ? <Palette onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function OpenedActions({ opened }: { readonly opened: Opened }) {
  const editing = useStore(opened.ui, (state) => state.editing);
  const toggle = (): void => {
    askForEditor();
    opened.ui.setState({ editing: !editing, writing: null, selected: null });
  };
  return (
    <>
      <NotebookHistory opened={opened} />
      {editing ? <PaletteButton /> : null}
      <PresentButton />
      <Button pressed={editing} onClick={toggle}>
        <Pencil size={14} /> {editing ? 'Done' : 'Edit'}
      </Button>
    </>
  );
}

const downloadItem = (opened: Opened): MenuItem => ({
  label: 'Download file',
  icon: <Download size={ICON} />,
  run: () => download(opened),
});

const printItem = (opened: Opened): MenuItem => ({
  label: 'Print or save as PDF',
  icon: <Printer size={ICON} />,
  run: () => void printNotebook(opened),
});

/** The head of the notebook side. */
export function NotebookHeader({ opened }: { readonly opened: Opened | null }) {
  const theme = useThemeItem();
  return (
    <header className={`${header.header} ${styles.header}`}>
      <Brand />
      <PageNav current="notebook" />
      <div className={`${header.title} ${styles.line}`}>
        {opened === null ? null : <OriginLine opened={opened} />}
      </div>
      <div className={header.actions}>
        {opened === null ? null : <OpenedActions opened={opened} />}
        <Menu
          label="More"
          icon={<Ellipsis size={ICON} />}
          groups={[opened === null ? [] : [downloadItem(opened), printItem(opened)], [help, theme]].filter(
            (group) => group.length > 0,
          )}
        />
        {opened === null ? null : <CopyNotebookLink />}
      </div>
    </header>
  );
}
