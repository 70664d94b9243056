import { colourAt } from '../../charts/colourScale.ts';
import { ticksOf, type TransferKind } from '../../charts/transfer.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import type { Theme } from '../../theme/theme.ts';
import styles from './ColourBar.module.css';

export interface ColourBarProps {
  readonly theme: Theme;
  readonly transfer: TransferKind;
  /** Half the width of the scale; null when each matrix has its own. */
  readonly largest: number | null;
}

const STOPS = 32;

const gradients = new Map<Theme, string>();

function gradientOf(theme: Theme): string {
  const known = gradients.get(theme);
  if (known !== undefined) return known;
  const stops = Array.from({ length: 2 * STOPS + 1 }, (_, at) => colourAt(theme, at / STOPS - 1));
  const gradient = `linear-gradient(to right, ${stops.join(', ')})`;
  gradients.set(theme, gradient);
  return gradient;
}

const signed = (value: number): string => (value > 0 ? '+' : '') + formatNumber(value, 3);

/** What the colours mean: the scale from −largest to +largest with ticks. */
export function ColourBar({ theme, transfer, largest }: ColourBarProps) {
  const [from, to] = largest === null ? ['−largest', '+largest'] : [signed(-largest), signed(largest)];
  const ticks = largest === null ? ticksOf('linear', 0) : ticksOf(transfer, largest);
  return (
    <div
      className={styles.colourBar}
      role="img"
      aria-label={`Colour scale from ${from} to ${to}, ${transfer}`}
    >
      <span className={styles.end}>{from}</span>
      <div className={styles.scale}>
        <div className={styles.bar} style={{ background: gradientOf(theme) }} />
        {ticks.map(({ value, position }) => (
          <span key={value} className={styles.tick} style={{ left: `${50 + 50 * position}%` }}>
            {signed(value)}
          </span>
        ))}
      </div>
      <span className={styles.end}>{to}</span>
    </div>
  );
}
