import styles from './Chart.module.css';
import type { Frame } from './frame.ts';
import { RichHtml } from './RichText.tsx';
import type { Tip } from './tips.ts';

const BESIDE = 12;

/** The numbers beside the pointer, on the side with more room. */
export function TipView({ tip, frame }: { readonly tip: Tip; readonly frame: Frame }) {
  const isRight = tip.x > frame.width / 2;
  const isLow = tip.y > frame.height / 2;
  return (
    <div
      className={styles.tip}
      aria-hidden="true"
      style={{
        ...(isRight ? { right: frame.width - tip.x + BESIDE } : { left: tip.x + BESIDE }),
        ...(isLow ? { bottom: frame.height - tip.y + BESIDE } : { top: tip.y + BESIDE }),
      }}
    >
      {tip.lines.map((line, at) => (
        <div key={at}>
          <RichHtml text={line} />
        </div>
      ))}
    </div>
  );
}
