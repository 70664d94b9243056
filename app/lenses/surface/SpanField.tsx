import { LIMITS } from '../../../engine/experiment/limits.ts';
import type { LensSettings } from '../../../engine/experiment/lenses.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import { SliderField } from '../../controls/SliderField.tsx';
import styles from './SurfaceLens.module.css';

interface SpanFieldProps {
  readonly span: number;
  readonly onSettings: (change: Partial<LensSettings['surface']>, gesture?: string) => void;
}

/** Decades of the slider. */
const LEAST = -3;
const MOST = Math.log10(LIMITS.span);
const STEP = 0.05;

/** `10^x` without binary dust. */
const spanAt = (decade: number): number => Number((10 ** decade).toPrecision(3));

/** Half the width of the plane, on a logarithmic slider. */
export function SpanField({ span, onSettings }: SpanFieldProps) {
  return (
    <div className={styles.span}>
      <SliderField
        label="Span ±"
        value={Math.log10(span)}
        min={LEAST}
        max={MOST}
        step={STEP}
        format={(decade) => formatNumber(spanAt(decade), 3)}
        onChange={(decade) => onSettings({ span: Math.min(LIMITS.span, spanAt(decade)) }, 'span')}
      />
    </div>
  );
}
