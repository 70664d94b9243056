import { ChevronRight } from 'lucide-react';
import { useId } from 'react';
import { Card } from '../../controls/Card.tsx';
import { DirectionChoice } from './DirectionChoice.tsx';
import styles from './DirectionPanel.module.css';
import { ProductView } from './ProductView.tsx';
import { useDirectionPanel, useLab, useResults } from '../../state/useLab.ts';

function DirectionContent({ id }: { readonly id: string }) {
  const products = useResults((state) => state.products);
  return (
    <div className={styles.content} id={id}>
      <DirectionChoice />
      {products === null ? null : <ProductView computed={products} />}
      <p className={styles.note}>
        R{'{·}'} gives Hv to rounding error for the price of a few gradients; differences lose digits to the
        step r (PRML 5.4.6).
      </p>
    </div>
  );
}

/** A direction v and its product Hv, four ways. Closed, nothing is computed for it. */
export function DirectionPanel() {
  const lab = useLab();
  const open = useDirectionPanel((state) => state.open);
  const id = useId();
  return (
    <Card
      title="Direction v"
      aside={
        <button
          className={styles.disclose}
          type="button"
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => lab.directionPanel.setState({ open: !open })}
        >
          {open ? 'Hide' : 'Show Hv'}
          <ChevronRight size={14} aria-hidden />
        </button>
      }
    >
      {open ? (
        <DirectionContent id={id} />
      ) : (
        <p className={styles.note}>The product Hv by R{'{backprop}'}, beside finite differences.</p>
      )}
    </Card>
  );
}
