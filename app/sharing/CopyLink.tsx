import { Link } from 'lucide-react';
import { useState } from 'react';
import { reasonOf } from '../../workers/asError.ts';
import { Button } from '../controls/Button.tsx';
import { Dialog } from '../controls/Dialog.tsx';
import { IconButton } from '../controls/IconButton.tsx';
import { formatCount } from '../controls/formatCount.ts';
import { notify } from '../state/notices.ts';
import styles from './CopyLink.module.css';

export interface CopyLinkProps {
  /** What the link holds: `experiment`. */
  readonly what: 'experiment' | 'notebook';
  /** The fragment that holds it; rejects with a sentence when it is too large. */
  readonly makeFragment: () => Promise<string>;
  readonly onDownload: () => void;
  readonly compact?: boolean;
}

const charactersOf = (link: string): string => `${formatCount(link.length)} characters`;

/** Copies a link that holds the whole document; shows it when the browser refuses the clipboard. */
export function CopyLink({ what, makeFragment, onDownload, compact = false }: CopyLinkProps) {
  const [refused, setRefused] = useState<string | null>(null);
  /** The whole address of the document on screen; null when it is too large, which is said. */
  const linkNow = async (): Promise<string | null> => {
    try {
      return new URL(await makeFragment(), location.href).href;
    } catch (error) {
      notify({
        tone: 'caution',
        text: `No link was copied: ${reasonOf(error)}`,
        action: { label: 'Download file', run: onDownload },
      });
      return null;
    }
  };
  const copy = async (): Promise<void> => {
    const link = await linkNow();
    if (link === null) return;
    try {
      await navigator.clipboard.writeText(link);
      notify({ tone: 'info', text: `Link copied · ${charactersOf(link)}` });
    } catch {
      setRefused(link);
    }
  };
  return (
    <>
      {compact ? (
        <IconButton label="Copy link" icon={<Link size={16} />} tone="accent" onClick={() => void copy()} />
      ) : (
        <Button tone="accent" onClick={() => void copy()}>
          Copy link
        </Button>
      )}
      <Dialog open={refused !== null} title="Copy this link" onClose={() => setRefused(null)}>
        <p className={styles.text}>
          The browser did not allow copying. The link is selected: press Ctrl C (⌘ C on a Mac).
        </p>
        <textarea
          className={styles.link}
          aria-label={`Link to this ${what}`}
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
