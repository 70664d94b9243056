import { useMemo } from 'react';
import type { RecurrentModel } from '../../../workers/protocol/recurrent.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import { Message } from '../../controls/Message.tsx';
import { ColourBar } from '../../explorer/matrices/ColourBar.tsx';
import { HeatMap } from '../../lenses/differences/HeatMap.tsx';
import { useTask } from '../../lenses/useTask.ts';
import { useTheme } from '../../theme/theme.ts';
import styles from '../Models.module.css';

/** Rows by the unit that a weight comes from. */
const boundariesOf = (units: number) => ({
  W: units ** 2,
  layers: Array.from({ length: units }, (_, from) => ({
    name: `from ${from + 1}`,
    start: from * units,
    end: (from + 1) * units,
  })),
  groups: [],
});

/** The Hessian over all weights, a product with each unit vector. */
export function HessianMap({ model }: { readonly model: RecurrentModel }) {
  const { result, busy, problem } = useTask('recurrentHessian', model);
  const theme = useTheme((state) => state.theme);
  const W = result?.eigenvalues.length ?? 0;
  const boundaries = useMemo(() => boundariesOf(Math.round(Math.sqrt(W))), [W]);
  const largest = result?.largest ?? 0;
  const scale = useMemo(() => ({ largest, transfer: 'symlog', theme }) as const, [largest, theme]);
  if (problem !== null) return <Message tone="caution">{problem}</Message>;
  if (result === null) return <p className={styles.waiting}>computing the Hessian…</p>;
  const { values, eigenvalues, asymmetry, refused } = result;
  if (values === null) return <Message tone="info">No whole Hessian: {refused}.</Message>;
  const negative = eigenvalues.filter((value) => value < -1e-9 * Math.abs(eigenvalues[0] ?? 0)).length;
  const facts = `${W} × ${W}, eigenvalues from ${formatNumber(eigenvalues.at(-1) ?? NaN, 3)} to ${formatNumber(eigenvalues[0] ?? NaN, 3)}, ${negative} of them negative`;
  return (
    <section className={styles.part} aria-label="Hessian" aria-busy={busy}>
      <h3 className={styles.title}>The Hessian over all weights</h3>
      <p className={styles.note}>
        One product Hv for each weight: {facts}. It comes out symmetric to {formatNumber(asymmetry, 2)},
        though nothing in the relaxations says so.
      </p>
      <div className={styles.square}>
        <HeatMap values={values} boundaries={boundaries} scale={scale} label={`The Hessian: ${facts}.`} />
      </div>
      <ColourBar theme={theme} transfer="symlog" largest={largest} />
    </section>
  );
}
