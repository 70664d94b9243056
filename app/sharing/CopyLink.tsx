import { Link } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../controls/Button.tsx';
import { Dialog } from '../controls/Dialog.tsx';
import { IconButton } from '../controls/IconButton.tsx';
import { documentToSave } from '../state/documentToSave.ts';
import { notify } from '../state/notices.ts';
import styles from './CopyLink.module.css';
import { encodeLink } from './link.ts';
import { downloadExperiment, reasonOf } from './openAndSave.ts';

/** The whole address of the experiment on screen; null when it is too large, which is said. */
function linkNow(): string | null {
  try {
    return new URL(encodeLink(documentToSave()), location.href).href;
  } catch (error) {
    notify({
      tone: 'caution',
      text: `No link was copied: ${reasonOf(error)}`,
      action: { label: 'Download file', run: downloadExperiment },
    });
    return null;
  }
}

const charactersOf = (link: string): string => `${link.length.toLocaleString('en')} characters`;

/** Copies a link that holds the whole experiment; shows it when the browser refuses the clipboard. */
export function CopyLink({ compact = false }: { readonly compact?: boolean }) {
  const [refused, setRefused] = useState<string | null>(null);
  const copy = (): void => {
    const link = linkNow();
    if (link === null) return;
    const write = async (): Promise<void> => {
      try {
        await navigator.clipboard.writeText(link);
        notify({ tone: 'info', text: `Link copied · ${charactersOf(link)}` });
      } catch {
        setRefused(link);
      }
    };
    void write();
  };
  return (
    <>
      {compact ? (
        <IconButton label="Copy link" icon={<Link size={16} />} tone="accent" onClick={copy} />
      ) : (
        <Button tone="accent" onClick={copy}>
          Copy link
        </Button>
      )}
      <Dialog open={refused !== null} title="Copy this link" onClose={() => setRefused(null)}>
        <p className={styles.text}>
          The browser did not allow copying. The link is selected: press Ctrl C (⌘ C on a Mac).
        </p>
        <textarea
          className={styles.link}
          aria-label="Link to this experiment"
          readOnly
          rows={5}
          value={refused ?? ''}
          data-autofocus
          onFocus={(event) => event.currentTarget.select()}
        />
        <p className={styles.text}>{charactersOf(refused ?? '')}</p>
      </Dialog>
    </>
  );
}
