import { Link } from 'lucide-react';
import { useEffect, useState } from 'react';
import { reasonOf } from '../../workers/asError.ts';
import { Button } from '../controls/Button.tsx';
import { Dialog } from '../controls/Dialog.tsx';
import { IconButton } from '../controls/IconButton.tsx';
import { formatCount } from '../controls/formatCount.ts';
import { documentToSave } from '../state/documentToSave.ts';
import { notify } from '../state/notices.ts';
import styles from './CopyLink.module.css';
import { downloadExperiment } from './openAndSave.ts';
import { explorer } from '../state/lab.ts';

/** The codec comes after the first picture, and before anybody can press the button. */
const loadCodec = () => import('./link.ts');

/** The whole address of the experiment on screen; null when it is too large, which is said. */
async function linkNow(): Promise<string | null> {
  try {
    const { encodeLink } = await loadCodec();
    return new URL(encodeLink(documentToSave(explorer)), location.href).href;
  } catch (error) {
    notify({
      tone: 'caution',
      text: `No link was copied: ${reasonOf(error)}`,
      action: { label: 'Download file', run: downloadExperiment },
    });
    return null;
  }
}

const charactersOf = (link: string): string => `${formatCount(link.length)} characters`;

/** Copies a link that holds the whole experiment; shows it when the browser refuses the clipboard. */
export function CopyLink({ compact = false }: { readonly compact?: boolean }) {
  const [refused, setRefused] = useState<string | null>(null);
  useEffect(() => void loadCodec(), []);
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
