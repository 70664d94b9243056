import styles from './NotebookPage.module.css';

/** All notebooks, with a search. */
export function Library() {
  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <h1 className={styles.title}>Notebooks</h1>
      </div>
    </main>
  );
}
