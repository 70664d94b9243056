import { ChevronLeft, ChevronRight } from 'lucide-react';
import { formatCount } from '../../controls/formatCount.ts';
import { IconButton } from '../../controls/IconButton.tsx';
import { NumberField } from '../../controls/NumberField.tsx';
import styles from './StepperLens.module.css';

export interface PatternFieldProps {
  /** From 0. */
  readonly pattern: number;
  readonly N: number;
  readonly onPattern: (pattern: number) => void;
}

/** Which of the patterns goes through the network. */
export function PatternField({ pattern, N, onPattern }: PatternFieldProps) {
  return (
    <div className={styles.pattern}>
      <NumberField
        label="Pattern"
        value={pattern + 1}
        integer
        min={1}
        max={N}
        width={58}
        onCommit={(value) => onPattern(value - 1)}
      />
      <span className={styles.of}>of {formatCount(N)}</span>
      <IconButton
        label="Pattern before"
        icon={<ChevronLeft size={16} />}
        disabled={pattern === 0}
        onClick={() => onPattern(pattern - 1)}
      />
      <IconButton
        label="Next pattern"
        icon={<ChevronRight size={16} />}
        disabled={pattern >= N - 1}
        onClick={() => onPattern(pattern + 1)}
      />
    </div>
  );
}
