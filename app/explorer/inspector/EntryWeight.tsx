import type { Topology } from '../../../engine/network/topology.ts';
import { Button } from '../../controls/Button.tsx';
import { Formula } from '../../controls/Formula.tsx';
import { formatNumber } from '../../controls/formatNumber.ts';
import { parameterTex, parameterText } from '../network/parameterTex.ts';
import styles from './EntryWeight.module.css';
import { useLab, useSelection } from '../../state/useLab.ts';

export interface EntryWeightProps {
  readonly topology: Topology;
  readonly index: number;
  readonly side: 'row' | 'column';
  /** ∂E/∂w. */
  readonly gradient: number;
}

/** One of the two weights an entry belongs to. */
export function EntryWeight({ topology, index, side, gradient }: EntryWeightProps) {
  const lab = useLab();
  const selected = useSelection((state) => state.parameter === index);
  const name = parameterText(topology, index);
  return (
    <div className={styles.weight}>
      <div className={styles.name}>
        <span className={styles.side}>{side}</span>
        <Formula tex={parameterTex(topology, index)} label={name} />
      </div>
      <div className={styles.text}>{name}</div>
      <div className={styles.gradient}>
        <Formula tex={String.raw`\partial E/\partial w`} label="gradient" /> {formatNumber(gradient)}
      </div>
      <Button
        pressed={selected}
        onClick={() => lab.selection.setState({ parameter: index })}
        title={`Select the ${name}`}
      >
        {selected ? 'selected' : 'select'}
      </Button>
    </div>
  );
}
