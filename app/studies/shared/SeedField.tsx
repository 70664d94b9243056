import { LIMITS } from '../../../engine/experiment/limits.ts';
import { NumberField } from '../../controls/NumberField.tsx';

export interface SeedFieldProps {
  /** What is drawn: `Seed of v`. */
  readonly label?: string;
  readonly value: number;
  readonly onCommit: (seed: number) => void;
}

/** What random numbers come from. */
export function SeedField({ label = 'Seed', value, onCommit }: SeedFieldProps) {
  return (
    <NumberField
      label={label}
      value={value}
      integer
      min={0}
      max={LIMITS.seed}
      width={64}
      onCommit={onCommit}
    />
  );
}
