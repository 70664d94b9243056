import styles from './Unavailable.module.css';

/** In place of the picture of a matrix that does not exist for this network and loss: why. */
export function Unavailable({ why }: { readonly why: string }) {
  return (
    <div className={styles.place}>
      <p className={styles.why}>
        <b>Not here</b>
        {why}.
      </p>
    </div>
  );
}
