import { Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Message.module.css';

export type MessageTone = 'info' | 'caution';

export interface MessageProps {
  readonly tone: MessageTone;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

const signs = {
  info: { word: 'Note: ', Icon: Info, className: '' },
  caution: { word: 'Caution: ', Icon: TriangleAlert, className: styles.caution ?? '' },
} satisfies Record<MessageTone, object>;

/** A message in place: what happened and what to do. */
export function Message({ tone, children, action }: MessageProps) {
  const { word, Icon, className } = signs[tone];
  return (
    <div className={`${styles.message} ${className}`}>
      <Icon size={15} aria-hidden />
      <div className={styles.text}>
        <span className="visually-hidden">{word}</span>
        {children}
      </div>
      {action === undefined ? null : <div className={styles.action}>{action}</div>}
    </div>
  );
}
