import { useMemo } from 'react';
import { matrixOf } from '../../../engine/curvature/index.ts';
import { LIMITS } from '../../../engine/experiment/limits.ts';
import { topologyOf } from '../../../engine/network/topology.ts';
import { Message } from '../../controls/Message.tsx';
import { Select } from '../../controls/Select.tsx';
import { batchFor } from '../../state/batch.ts';
import { useExperiment } from '../../state/useLab.ts';
import type { CellProps } from './cell.ts';
import { Frame } from './Frame.tsx';
import { DirectView } from './inverse/DirectView.tsx';
import { FilmView } from './inverse/FilmView.tsx';
import styles from './inverse/Inverse.module.css';
import { sentence } from '../../controls/sentence.ts';
import { whyNoCholesky } from './inverse/inverseWords.ts';
import { useInverse } from './inverse/useInverse.ts';

const options = (['outer-product', 'exact'] as const).map((value) => ({
  value,
  label: matrixOf(value).label,
}));

/** The inverse of a small matrix, directly and one pattern at a time. */
export default function InverseCell({ cell, editing, onChange }: CellProps<'inverse'>) {
  const { matrix, upTo = LIMITS.patterns } = cell;
  const N = useExperiment((state) => batchFor(state.experiment.data).N);
  const n = Math.min(upTo, N);
  const { result, answered, busy, problem } = useInverse(matrix, n);
  const network = answered?.problem.network;
  const topology = useMemo(() => (network === undefined ? null : topologyOf(network)), [network]);
  const of = answered?.matrix ?? matrix;
  const name = of === 'exact' ? 'H' : 'The outer product';
  const direct = result?.direct ?? null;
  const film = result?.film ?? null;
  const reasons = [problem, result?.refused ?? null, result?.noFilm ?? null].map((why) =>
    why === null ? null : sentence(why),
  );
  const notes = [...reasons, direct === null ? null : whyNoCholesky(name, direct)].filter(
    (note) => note !== null,
  );
  return (
    <Frame label={`Inverse of ${of === 'exact' ? 'the exact Hessian' : 'the outer product'}`}>
      <div className={styles.view} aria-busy={busy}>
        {editing ? (
          <div className={styles.choice}>
            <Select
              label="Matrix"
              value={matrix}
              options={options}
              onChange={(next) => onChange({ matrix: next })}
            />
          </div>
        ) : null}
        {notes.map((note) => (
          <Message key={note} tone="info">
            {note}
          </Message>
        ))}
        {result === null && problem === null ? <p className={styles.waiting}>computing…</p> : null}
        {topology === null || direct === null ? null : film === null ? (
          <DirectView
            topology={topology}
            name={of === 'exact' ? 'Exact H, inverted' : 'Outer product, inverted'}
            direct={direct}
            outerProduct={result?.outerProduct ?? null}
          />
        ) : (
          <FilmView
            topology={topology}
            direct={direct}
            film={film}
            n={n}
            goTo={(to) => onChange({ upTo: to === N ? LIMITS.patterns : to }, 'pattern')}
          />
        )}
      </div>
    </Frame>
  );
}
