import { matrixOf } from '../../../engine/curvature/index.ts';
import { posteriorMatrices } from '../../../engine/notebook/studies/laplace.ts';
import { Formula } from '../../controls/Formula.tsx';
import { Scroll } from '../shared/Scroll.tsx';
import styles from './Laplace.module.css';
import { type Matrix, notAbove } from './laplaceWords.ts';
import { barWidths } from './predictionGrid.ts';
import { decimals, threeDigits } from './tableNumbers.ts';
import type { Answered } from './useLaplace.ts';
import { isRegression } from './whyNot.ts';

export interface MatrixTableProps {
  readonly answered: Answered;
  readonly chosen: Matrix;
  readonly output: number;
}

/** What each matrix says of the same weights. */
export function MatrixTable({ answered, chosen, output }: MatrixTableProps) {
  const { asked, reply } = answered;
  const { problem } = asked.request;
  const { batch } = problem;
  const hasBars = asked.grid.kind !== 'none';
  const K = batch.targets.length / batch.N;
  const bars = isRegression(asked.experiment) ? '2σ of t' : '2σ of a';
  return (
    <Scroll label="The matrices compared">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">matrix</th>
            <th scope="col">
              <Formula tex={String.raw`\gamma`} label="γ" />
            </th>
            <th scope="col">
              <Formula tex={String.raw`\ln|A|`} label="ln |A|" />
            </th>
            <th scope="col">ln evidence</th>
            {hasBars ? (
              <>
                <th scope="col">{bars} in the data</th>
                <th scope="col">widest</th>
              </>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {posteriorMatrices.map((id) => {
            const model = reply.models[id];
            const name = <th scope="row">{matrixOf(id).label}</th>;
            if (model === undefined || 'refused' in model)
              return (
                <tr key={id} className={id === chosen ? styles.chosen : undefined}>
                  {name}
                  <td colSpan={hasBars ? 5 : 3} className={styles.refused}>
                    {model === undefined ? '—' : `none: ${refusal(model.refused)}`}
                  </td>
                </tr>
              );
            const widths = barWidths(asked.grid, batch, model.variance, Math.min(output, K - 1));
            return (
              <tr key={id} className={id === chosen ? styles.chosen : undefined}>
                {name}
                <td>{decimals(model.gamma, 2)}</td>
                <td>{decimals(model.logDeterminant, 2)}</td>
                <td>{decimals(model.logEvidence, 2)}</td>
                {widths === null ? null : (
                  <>
                    <td>{threeDigits(widths.among)}</td>
                    <td>{threeDigits(widths.widest)}</td>
                  </>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}

const refusal = (reason: string): string => {
  const counts = notAbove(reason);
  return counts === null ? reason : `eigenvalues of A, ${counts}`;
};
