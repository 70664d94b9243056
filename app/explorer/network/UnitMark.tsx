import { memo } from 'react';
import styles from './NetworkGraph.module.css';
import { signOf, strengthOf } from './weightScale.ts';
import { useExperiment } from '../../state/useLab.ts';

interface UnitMarkProps {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Index of the bias; null for an input. */
  readonly bias: number | null;
  readonly scale: number;
}

/** A unit; the dot in it is its bias: colour the sign, size the size. */
export const UnitMark = memo(function UnitMark({ x, y, radius, bias, scale }: UnitMarkProps) {
  const strength = useExperiment((state) =>
    bias === null ? 0 : strengthOf(state.experiment.parameters[bias] ?? 0, scale),
  );
  return (
    <>
      <circle className={styles.unit} cx={x} cy={y} r={radius} />
      {strength === 0 ? null : (
        <circle
          className={styles[`${signOf(strength)}-bias`]}
          cx={x}
          cy={y}
          r={radius * (0.15 + 0.5 * Math.abs(strength))}
        />
      )}
    </>
  );
});
