import type { Topology } from '../../engine/network/topology.ts';
import { parameterName } from '../../engine/network/parameterNames.ts';
import type { Anatomy } from '../../workers/protocol.ts';
import { Formula } from '../controls/Formula.tsx';
import { parameterTex } from '../explorer/network/parameterTex.ts';
import type { Entry } from '../state/selection.ts';
import styles from './EntryFormula.module.css';
import { formulaTexts, numbersTex, sumsTex, symbolsTex } from './formulaTex.ts';
import { texNumber } from './texNumber.ts';

interface EntryFormulaProps {
  readonly anatomy: Anatomy;
  readonly entry: Entry;
  readonly topology: Topology;
}

/** What the letters of a formula stand for here. */
function weightsTex(
  topology: Topology,
  { row, column }: Entry,
  [first, second]: readonly [string, string],
): string {
  const layerOf = (index: number): number => parameterName(topology, index).layer;
  const [a, b] = layerOf(row) <= layerOf(column) ? [row, column] : [column, row];
  return String.raw`${first}=${parameterTex(topology, a)},\quad ${second}=${parameterTex(topology, b)}`.replace(
    String.raw`\quad `,
    String.raw`\quad\allowbreak `,
  );
}

/** The formula of an entry, first in symbols, then with the numbers of one pattern, then summed. */
export function EntryFormula({ anatomy, entry, topology }: EntryFormulaProps) {
  const { formula, c, patterns, pattern, gaussNewton, residual, decay } = anatomy;
  if (formula === null) return null;
  const N = patterns.gaussNewton.length;
  const { about, section, weights } = formulaTexts[formula.form];
  const here = (patterns.gaussNewton[pattern] ?? NaN) + (patterns.residual[pattern] ?? NaN);
  return (
    <div className={styles.formula}>
      <div className={styles.heading}>
        <span>{about}</span>
        <span className={styles.section}>{section}</span>
      </div>
      <div className={`${styles.line} ${formula.form === 'paths' ? styles.fractions : ''}`}>
        <Formula tex={symbolsTex(formula)} />
      </div>
      <div className={styles.small}>
        <Formula tex={weightsTex(topology, entry, weights)} />
      </div>
      {formula.form === 'paths' ? <PathNote formula={formula} /> : null}
      <div className={styles.label}>Pattern {pattern + 1}</div>
      <div className={styles.line}>
        <Formula tex={`${numbersTex(formula, c, N)}=${texNumber(here, 4)}`} />
      </div>
      <div className={styles.label}>{N === 1 ? 'The only pattern' : `All ${N} patterns`}</div>
      <div className={styles.line}>
        <Formula tex={sumsTex(residual, gaussNewton, decay, anatomy.entry)} />
      </div>
    </div>
  );
}

const counted = (count: number): string => (count === 1 ? 'one path' : `${count} paths`);

/** What ∂a/∂a and e mean in the sum over paths. */
function PathNote({ formula }: { readonly formula: Extract<Anatomy['formula'], { form: 'paths' }> }) {
  const [first, second] = formula.paths;
  return (
    <p className={styles.note}>
      <Formula tex={String.raw`\partial a_r/\partial a_j`} />: products of <i>w</i> and <i>h</i>′ summed over
      every path from unit <i>j</i> to <i>r</i>. Here {counted(first)} from the first weight’s unit to an
      output, {second} from the second’s.
      {formula.bends === null ? null : (
        <>
          {' '}
          <Formula tex={String.raw`e_u=\textstyle\sum_rw_{ru}\delta_r`} /> at each unit <i>u</i> where paths
          meet.
        </>
      )}
    </p>
  );
}
