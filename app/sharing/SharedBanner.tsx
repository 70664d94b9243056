import { Button } from '../controls/Button.tsx';
import { keepShared, returnToMine, useSession } from '../state/session.ts';
import styles from './SharedBanner.module.css';

/** While a link's experiment is on screen: whose it is, and how to go back or keep it. */
export function SharedBanner() {
  const shared = useSession((state) => state.shared);
  if (!shared) return null;
  return (
    <aside className={styles.banner} aria-label="Shared experiment">
      <span>You are looking at a shared experiment. Your own work is kept.</span>
      <span className={styles.actions}>
        <Button onClick={() => void returnToMine()}>Return to my work</Button>
        <Button onClick={() => void keepShared()}>Replace my work with this</Button>
      </span>
    </aside>
  );
}
