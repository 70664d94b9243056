import styles from './PanelBoundary.module.css';

/** Keeps a panel's place while its code is fetched, so that nothing jumps. */
export function PanelSpace({ height }: { readonly height: number }) {
  return <div className={styles.space} style={{ height }} aria-busy />;
}
