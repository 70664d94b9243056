import type { RecurrentReply } from '../../../workers/protocol/recurrent.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import { useSeriesColours, cycle } from '../../lenses/differences/seriesColours.ts';
import styles from '../Models.module.css';
import { Scroll } from '../shared/Scroll.tsx';

export interface UnitsTableProps {
  readonly reply: RecurrentReply;
  readonly pattern: number;
}

const shown = (value: number | undefined): string => (value === undefined ? '' : formatNumber(value, 3));

/** Every unit's input and target, and where the four relaxations end. */
export function UnitsTable({ reply, pattern }: UnitsTableProps) {
  const colours = useSeriesColours();
  const { inputs, outputs, targets, patterns, derivatives } = reply;
  const settled = patterns[pattern];
  const ends = derivatives?.ends[pattern];
  const n = inputs.length / patterns.length;
  return (
    <Scroll label={`Units on pattern ${pattern + 1}`}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">unit</th>
            <th scope="col">input I</th>
            <th scope="col">target t</th>
            <th scope="col">{settled?.status === 'settled' ? 'y' : 'last y'}</th>
            <th scope="col">z</th>
            <th scope="col">R{'{y}'}</th>
            <th scope="col">R{'{z}'}</th>
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: n }, (_, unit) => {
            const k = outputs.indexOf(unit);
            return (
              <tr key={unit}>
                <th scope="row">
                  <span className={styles.swatch} style={{ background: cycle(colours, unit) }} />
                  {unit + 1}
                </th>
                <td>{shown(inputs[pattern * n + unit])}</td>
                <td>{k < 0 ? '' : shown(targets[pattern * outputs.length + k])}</td>
                <td>{shown(settled?.y[unit])}</td>
                <td>{shown(ends?.z[unit])}</td>
                <td>{shown(ends?.Ry[unit])}</td>
                <td>{shown(ends?.Rz[unit])}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}
