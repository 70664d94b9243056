import { NumberField } from '../../controls/NumberField.tsx';

export interface DampingFieldProps {
  readonly label?: string;
  readonly value: number;
  readonly onCommit: (damping: number) => void;
}

/** A tenth of λ's own decade. */
const stepOf = (damping: number): number =>
  damping > 0 ? 10 ** (Math.floor(Math.log10(damping)) - 1) : 0.01;

/** λ ≥ 0 on the diagonal of a matrix. */
export function DampingField({ label = 'λ', value, onCommit }: DampingFieldProps) {
  return (
    <NumberField
      label={label}
      value={value}
      min={0}
      max={1e6}
      step={stepOf(value)}
      width={84}
      onCommit={onCommit}
    />
  );
}
