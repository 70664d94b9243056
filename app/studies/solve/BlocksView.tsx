import { useMemo } from 'react';
import type { BlocksRequest } from '../../../workers/protocol/solve.ts';
import { formatTime } from '../../charts/formatTime.ts';
import { problemOf, sameProblem } from '../../compute/problemOf.ts';
import { counted } from '../../controls/counted.ts';
import { formatCount } from '../../controls/formatCount.ts';
import { Formula } from '../../controls/Formula.tsx';
import { formatNumber } from '../../controls/formatNumber.ts';
import { Message } from '../../controls/Message.tsx';
import { sentence } from '../../controls/sentence.ts';
import { useKept } from '../../lenses/useKept.ts';
import { useTask } from '../../lenses/useTask.ts';
import type { FollowingProps } from '../study.ts';
import { Scroll } from '../shared/Scroll.tsx';
import styles from './Solve.module.css';

const TEX = String.raw`H^{-1}\leftarrow H^{-1}-H^{-1}V^{\mathsf T}\bigl(I+VH^{-1}V^{\mathsf T}\bigr)^{-1}VH^{-1}`;

/** The outer product's inverse by Woodbury's formula, several rows at once, beside the direct one. */
export function BlocksView({
  experiment,
  settings,
}: Pick<FollowingProps<'solve'>, 'experiment' | 'settings'>) {
  const { damping } = settings;
  const posed = useKept(experiment, sameProblem);
  const request = useMemo((): BlocksRequest => ({ problem: problemOf(posed), damping }), [posed, damping]);
  const { result, busy, problem } = useTask('solveBlocks', request);
  const failed = problem === null ? (result?.refused ?? null) : sentence(problem);
  if (failed !== null) return <Message tone="info">{failed}</Message>;
  if (result === null) return <p className={styles.waiting}>computing…</p>;
  const { rows, start, blocks, directMilliseconds, W } = result;
  return (
    <div className={styles.view} aria-busy={busy}>
      <Formula tex={TEX} breaks label="Woodbury’s formula for a block of rows V" />
      <p className={styles.note}>
        The inverse of the outer product + {formatNumber(start, 3)} I, W = {formatCount(W)}, from its{' '}
        {counted(rows, 'row')}, one for every pattern and output. It starts at I/(α + λ), α the weight decay.
      </p>
      {Number.isNaN(directMilliseconds) ? (
        <Message tone="info">
          To rounding the matrix is not positive definite: there is no direct inverse to hold the blocks
          against. A larger α or λ makes one.
        </Message>
      ) : null}
      <Scroll label="Blocks of several sizes">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">rows in a block</th>
              <th scope="col">corrections</th>
              <th scope="col">distance from direct</th>
              <th scope="col">time</th>
            </tr>
          </thead>
          <tbody>
            {blocks.map(({ size, distance, milliseconds }) => (
              <tr key={size}>
                <th scope="row">
                  {formatCount(size)}
                  {size === 1 ? ', Sherman and Morrison' : size === rows ? ', all at once' : ''}
                </th>
                <td>{formatCount(Math.ceil(rows / size))}</td>
                <td>{formatNumber(distance, 2)}</td>
                <td>{formatTime(milliseconds)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">direct, by Cholesky</th>
              <td>—</td>
              <td>—</td>
              <td>{formatTime(directMilliseconds)}</td>
            </tr>
          </tbody>
        </table>
      </Scroll>
    </div>
  );
}
