import styles from './print.module.css';

/** Says why the print dialog is not there yet. */
export function PrintNote() {
  return (
    <p className={styles.note} role="status">
      Drawing every figure for print…
    </p>
  );
}
