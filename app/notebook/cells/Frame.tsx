import type { ReactNode } from 'react';
import styles from './Frame.module.css';

/** A figure of the page: reaches beyond the column of text. */
export function Frame({ children, label }: { readonly children: ReactNode; readonly label: string }) {
  return (
    <figure className={styles.frame} aria-label={label}>
      {children}
    </figure>
  );
}
