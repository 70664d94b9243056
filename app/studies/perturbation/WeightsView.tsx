import { useMemo } from 'react';
import type { PerturbationReply } from '../../../workers/protocol/perturbation.ts';
import { Figure } from '../../charts/Figure.tsx';
import { useInk } from '../../charts/ink.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import { useSeriesColours } from '../../lenses/differences/seriesColours.ts';
import { rootMeanSquare } from './estimates.ts';
import styles from './Perturbation.module.css';
import { weightsFigure } from './perturbationFigure.ts';

interface PartProps {
  readonly reply: PerturbationReply;
  readonly of: 'gradient' | 'product';
}

function Part({ reply, of }: PartProps) {
  const ink = useInk();
  const colours = useSeriesColours();
  const { traces, layout } = useMemo(
    () => weightsFigure(reply, of, { colours, ink }),
    [reply, of, colours, ink],
  );
  const { error } = reply.distances[of === 'gradient' ? 'regressed' : 'product'];
  const label = `${of === 'gradient' ? '∇E' : 'Hv'} of every weight, estimated and exact: off by ${formatNumber(error, 2)}, entries are ${formatNumber(rootMeanSquare(reply.truth[of]), 2)}, in the root mean square.`;
  return <Figure traces={traces} layout={layout} height={300} label={label} />;
}

/** Every weight's estimates with two standard errors to either side, beside the truth. */
export function WeightsView({ reply }: Pick<PartProps, 'reply'>) {
  return (
    <>
      <Part reply={reply} of="gradient" />
      <Part reply={reply} of="product" />
      <p className={styles.note}>Bars: two standard errors to either side.</p>
    </>
  );
}
