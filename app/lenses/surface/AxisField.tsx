import type { LensSettings } from '../../../engine/experiment/lenses.ts';
import type { Topology } from '../../../engine/network/topology.ts';
import { Formula } from '../../controls/Formula.tsx';
import { NumberField } from '../../controls/NumberField.tsx';
import { Select } from '../../controls/Select.tsx';
import { parameterTex, parameterText } from '../../explorer/network/parameterTex.ts';
import { directionCount } from './clampedAxes.ts';
import styles from './SurfaceLens.module.css';

export interface AxisFieldProps {
  readonly label: string;
  readonly axes: LensSettings['surface']['axes'];
  readonly topology: Topology;
  readonly index: number;
  readonly onChange: (index: number) => void;
}

/** Up to this many weights are listed by name; more are numbered. */
const LISTED = 200;

/** One axis of the plane: a weight by its name or number, or an eigenvector by its rank. */
export function AxisField({ label, axes, topology, index, onChange }: AxisFieldProps) {
  const count = directionCount(axes, topology.W);
  const tex = axes === 'weights' ? parameterTex(topology, index) : null;
  const nameOf = (at: number): string =>
    axes === 'weights' ? `${at + 1} · ${parameterText(topology, at)}` : `eigenvector ${at + 1}`;
  if (count <= LISTED)
    return (
      <div className={styles.axis}>
        <Select
          label={label}
          value={String(index)}
          options={Array.from({ length: count }, (_, at) => ({ value: String(at), label: nameOf(at) }))}
          onChange={(value) => onChange(Number(value))}
        />
        {tex === null ? null : <Formula tex={tex} />}
      </div>
    );
  return (
    <div className={styles.axis}>
      <NumberField
        label={label}
        value={index + 1}
        integer
        min={1}
        max={count}
        width={70}
        onCommit={(next) => onChange(next - 1)}
      />
      {tex === null ? null : <Formula tex={tex} label={nameOf(index)} />}
    </div>
  );
}
