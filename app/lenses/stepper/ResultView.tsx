import { Card } from '../../controls/Card.tsx';
import { counted } from '../../controls/counted.ts';
import { Formula } from '../../controls/Formula.tsx';
import { formatCount } from '../../controls/formatCount.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import { Message } from '../../controls/Message.tsx';
import { largestDifference, largestOf } from './resultRows.ts';
import { ResultTable } from './ResultTable.tsx';
import styles from './ResultView.module.css';
import type { Traced } from './useTrace.ts';

const MOST_PARAMETERS = 1000;

/** Whether the vector is the matrix–vector product, and what becomes of it over all patterns. */
function Agreement({ traced }: { readonly traced: Traced }) {
  const { trace, matrixProduct, v } = traced;
  if (matrixProduct === null)
    return (
      <p className={styles.text}>
        The pattern’s matrix is built for at most {formatCount(MOST_PARAMETERS)} parameters, this network has{' '}
        {formatCount(v.length)}. R{'{·}'} does not need it.
      </p>
    );
  return (
    <dl className={styles.facts}>
      <dt>
        largest difference from <Formula tex="H_n\mathbf v" label="H n v" />, the pattern’s own Hessian built
        entry by entry, times v
      </dt>
      <dd>{formatNumber(largestDifference(trace.Hv, matrixProduct), 2)}</dd>
      <dt>largest entry of the product</dt>
      <dd>{formatNumber(largestOf(matrixProduct))}</dd>
    </dl>
  );
}

export interface ResultViewProps {
  readonly traced: Traced;
  readonly step: number;
}

/** At the last step: R{∂E_n/∂w} beside the matrix times v and the product of the whole batch. */
export function ResultView({ traced, step }: ResultViewProps) {
  const { trace, request, v } = traced;
  const { batch, loss, weightDecay } = request.problem;
  const left = trace.steps.length - step;
  const isZero = v.every((entry) => entry === 0);
  const c = loss.reduction === 'mean' ? String.raw`\frac1N` : '';
  const decay = weightDecay > 0 ? String.raw`+\alpha\mathbf v` : '';
  return (
    <Card title="The product" aside={`pattern ${request.pattern + 1} of ${batch.N}`}>
      {isZero ? <Message tone="info">v is zero: the gradient vanishes here, and with it Hv.</Message> : null}
      {left > 0 ? (
        <p className={styles.text}>
          {counted(left, 'step')} to go. Then the vector stands here, beside the matrix times v.
        </p>
      ) : (
        <div className={styles.result}>
          <Agreement traced={traced} />
          <ResultTable traced={traced} />
          <p className={styles.text}>
            This was one pattern. Over {batch.N === 1 ? 'the batch' : `all ${formatCount(batch.N)}`} the
            products add up to Hv, the last column.
          </p>
          <div>
            <Formula
              tex={String.raw`H\mathbf v=${c}\sum_n\mathcal R\{\nabla E_n\}${decay}`}
              label="H v is the sum of R of the gradients"
            />
          </div>
        </div>
      )}
    </Card>
  );
}
