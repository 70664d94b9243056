import { useId } from 'react';
import type { ReactNode } from 'react';
import styles from './Card.module.css';

export interface CardProps {
  readonly title: string;
  /** At the right of the title: a count, a name. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly id?: string;
}

export function Card({ title, aside, children, id }: CardProps) {
  const headingId = useId();
  return (
    <section className={styles.card} id={id} aria-labelledby={headingId}>
      <div className={styles.heading}>
        <h2 className={styles.title} id={headingId}>
          {title}
        </h2>
        {aside === undefined ? null : <div className={styles.aside}>{aside}</div>}
      </div>
      {children}
    </section>
  );
}
