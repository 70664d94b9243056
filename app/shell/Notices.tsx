import { Info, TriangleAlert, X } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from '../controls/Button.tsx';
import { IconButton } from '../controls/IconButton.tsx';
import { dismissNotice, useNotices } from '../state/notices.ts';
import type { Notice } from '../state/notices.ts';
import styles from './Notices.module.css';

/** A note leaves by itself; a caution, or one that offers something, waits longer. */
const SHOWN_MILLISECONDS = 6000;
const SHOWN_LONGER_MILLISECONDS = 12_000;

function NoticeLine({ notice }: { readonly notice: Notice }) {
  const { id, tone, text, action } = notice;
  const brief = tone === 'info' && action === undefined;
  useEffect(() => {
    const timer = setTimeout(() => dismissNotice(id), brief ? SHOWN_MILLISECONDS : SHOWN_LONGER_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [id, brief]);
  const caution = tone === 'caution';
  return (
    <div className={`${styles.notice} ${caution ? styles.caution : ''}`}>
      {caution ? <TriangleAlert size={16} aria-hidden /> : <Info size={16} aria-hidden />}
      <span className={styles.text}>
        {caution ? <span className="visually-hidden">Caution: </span> : null}
        {text}
      </span>
      {action === undefined ? null : (
        <Button
          onClick={() => {
            dismissNotice(id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton label="Dismiss" icon={<X size={16} />} tone="quiet" onClick={() => dismissNotice(id)} />
    </div>
  );
}

export function Notices() {
  const notices = useNotices((state) => state.notices);
  return (
    <div className={styles.region} role="status" aria-live="polite" aria-label="Notices">
      {notices.map((notice) => (
        <NoticeLine key={notice.id} notice={notice} />
      ))}
    </div>
  );
}
