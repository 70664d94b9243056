import {
  CircleHelp,
  FolderOpen,
  GalleryVerticalEnd,
  Moon,
  NotebookPen,
  NotebookText,
  PanelRight,
  Sun,
} from 'lucide-react';
import { Download, Ellipsis, RotateCcw } from 'lucide-react';
import { IconButton } from '../controls/IconButton.tsx';
import { Menu } from '../controls/Menu.tsx';
import type { MenuItem } from '../controls/menuItem.ts';
import { CopyExperimentLink } from '../sharing/CopyExperimentLink.tsx';
import { downloadExperiment, pickExperimentFile, resetExperiment } from '../sharing/openAndSave.ts';
import { reasonOf } from '../../workers/asError.ts';
import { notify } from '../state/notices.ts';
import { useTheme } from '../theme/theme.ts';
import { openDialog } from './dialogs.ts';
import { setDrawer, useDrawer } from './drawerState.ts';
import styles from './Header.module.css';
import { History } from './History.tsx';
import { Brand, PageNav } from './PageNav.tsx';
import { addressOf } from './route.ts';
import { TitleField } from './TitleField.tsx';
import { useLayout } from './useLayout.ts';

const ICON = 16;

const examples: MenuItem = {
  label: 'Examples',
  icon: <GalleryVerticalEnd size={ICON} />,
  run: () => openDialog('examples'),
};

const notebook: MenuItem = {
  label: 'Notebook',
  icon: <NotebookText size={ICON} />,
  run: () => {
    location.hash = addressOf.library;
  },
};

export const help: MenuItem = {
  label: 'Help',
  icon: <CircleHelp size={ICON} />,
  run: () => openDialog('help'),
};

const failed = (error: unknown): void => notify({ tone: 'caution', text: reasonOf(error) });

const asNotebook: MenuItem = {
  label: 'Open as notebook',
  icon: <NotebookPen size={ICON} />,
  run: () => void import('../notebook/openAsNotebook.ts').then((file) => file.openAsNotebook()).catch(failed),
};

const fileItems: readonly MenuItem[] = [
  asNotebook,
  { label: 'Open file…', icon: <FolderOpen size={ICON} />, run: pickExperimentFile },
  { label: 'Download file', icon: <Download size={ICON} />, run: downloadExperiment },
  { label: 'Start fresh', icon: <RotateCcw size={ICON} />, run: resetExperiment },
];

export function useThemeItem(): MenuItem {
  const { theme, toggle } = useTheme();
  return theme === 'dark'
    ? { label: 'Light theme', icon: <Sun size={ICON} />, run: toggle }
    : { label: 'Dark theme', icon: <Moon size={ICON} />, run: toggle };
}

function NarrowHeader() {
  const theme = useThemeItem();
  return (
    <header className={`${styles.header} ${styles.narrow}`}>
      <Brand as="h1" />
      <div className={styles.actions}>
        <History />
        <Menu
          label="Menu"
          icon={<Ellipsis size={ICON} />}
          groups={[[notebook, examples, help, theme], fileItems]}
        />
        <CopyExperimentLink compact />
      </div>
      <div className={styles.title}>
        <TitleField />
      </div>
    </header>
  );
}

function DrawerButton() {
  const open = useDrawer((state) => state.open);
  return (
    <IconButton
      label="Selected entry and weight"
      icon={<PanelRight size={ICON} />}
      pressed={open}
      onClick={() => setDrawer(!open)}
    />
  );
}

function WideHeader({ withDrawer }: { readonly withDrawer: boolean }) {
  const theme = useThemeItem();
  return (
    <header className={styles.header}>
      <Brand as="h1" />
      <PageNav current="explorer" />
      <div className={styles.title}>
        <TitleField />
      </div>
      <div className={styles.actions}>
        <History />
        <IconButton label={theme.label} icon={theme.icon} onClick={theme.run} />
        <IconButton label={help.label} icon={help.icon} onClick={help.run} />
        <Menu label="File" icon={<Ellipsis size={ICON} />} groups={[fileItems]} />
        {withDrawer ? <DrawerButton /> : null}
        <CopyExperimentLink />
      </div>
    </header>
  );
}

export function Header() {
  const layout = useLayout();
  return layout === 'narrow' ? <NarrowHeader /> : <WideHeader withDrawer={layout === 'medium'} />;
}
