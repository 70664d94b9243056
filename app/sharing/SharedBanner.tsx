import { Button } from '../controls/Button.tsx';
import { keepShared, returnToMine, useSession } from '../state/session.ts';
import styles from './SharedBanner.module.css';

/** While a link's experiment is on screen: whose it is, and how to go back or keep it. */
export function SharedBanner() {
  const shared = useSession((state) => state.shared);
  const fresh = useSession((state) => state.fresh);
  if (!shared) return null;
  return (
    <aside className={styles.banner} aria-label={fresh ? 'Fresh start' : 'Shared experiment'}>
      <span>
        {fresh ? 'This is a fresh start.' : 'You are looking at a shared experiment.'} Your own work is kept.
      </span>
      <span className={styles.actions}>
        <Button onClick={() => void returnToMine()}>Return to my work</Button>
        <Button onClick={() => void keepShared()}>Replace my work with this</Button>
      </span>
    </aside>
  );
}
