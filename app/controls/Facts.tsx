import type { ReactNode } from 'react';
import styles from './Facts.module.css';

export interface FactsProps {
  readonly facts: readonly { readonly name: string; readonly tex: ReactNode; readonly value: string }[];
}

/** Numbers with their names, and their formulas where there is room. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ name, tex, value }) => (
        <div key={name}>
          <dt>
            {name} <span className={styles.tex}>{tex}</span>
          </dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
