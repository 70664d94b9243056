import { useMemo } from 'react';
import type { Experiment } from '../../../engine/experiment/document.ts';
import type { Problem } from '../../../engine/experiment/problem.ts';
import { topologyOf } from '../../../engine/network/topology.ts';
import type { DataEdit, InfluenceReply, RetrainReply } from '../../../workers/protocol/influence.ts';
import { Figure } from '../../charts/Figure.tsx';
import { useInk } from '../../charts/ink.ts';
import { Message } from '../../controls/Message.tsx';
import { gridFor } from '../../explorer/data/gridFor.ts';
import { parameterText } from '../../explorer/network/parameterTex.ts';
import { useSeriesColours } from '../../lenses/differences/seriesColours.ts';
import styles from '../pruning/Pruning.module.css';
import { ChangeTable } from './ChangeTable.tsx';
import { hasClasses } from './editOf.ts';
import { fitFigure, PATTERNS_TRACE } from './fitFigure.ts';
import { influenceStyle } from './influenceStyle.ts';
import { fitSentence, unrestedSentence } from './influenceWords.ts';
import { pairFigure } from './pairFigure.ts';

export interface EditViewProps {
  readonly figure: 'fit' | 'weights';
  readonly posed: Experiment;
  readonly problem: Problem;
  readonly edit: DataEdit;
  readonly reply: InfluenceReply;
  readonly truth: RetrainReply | null;
  readonly busy: boolean;
  readonly onPattern: (pattern: number) => void;
}

const EMPTY = { traces: [], layout: {} };

/** One pattern removed or moved: the fit or the weights, before, predicted and retrained. */
export function EditView(props: EditViewProps) {
  const { figure, posed, problem, edit, reply, truth, busy, onPattern } = props;
  const ink = useInk();
  const colours = useSeriesColours();
  const { data, network } = posed;
  const grid = gridFor(data);
  const topology = useMemo(() => topologyOf(network), [network]);
  const { traces, layout } = useMemo(() => {
    if (figure === 'fit') {
      if (grid === null) return EMPTY;
      const shown = { reply, truth, grid, batch: problem.batch, edit, classes: hasClasses(data) };
      return fitFigure(shown, { style: influenceStyle(colours, ink), ink, colours });
    }
    if (reply.predicted === null || truth === null) return EMPTY;
    const { dw } = reply.predicted;
    const pairs = Array.from(truth.dw, (d, q) => ({
      name: parameterText(topology, q),
      predicted: dw[q] ?? NaN,
      truth: d,
    }));
    return pairFigure(pairs, null, { x: 'predicted δw', y: 'true δw', log: false }, colours[0] ?? '', ink);
  }, [figure, grid, reply, truth, problem, edit, data, topology, colours, ink]);
  const unrested = truth === null ? null : unrestedSentence(truth);
  return (
    <div className={styles.figure} aria-busy={busy}>
      {unrested === null ? null : <Message tone="info">{unrested}</Message>}
      {figure === 'fit' && grid === null ? (
        <Message tone="info">
          A fit over {problem.batch.inputs.length / problem.batch.N} inputs has no picture. The weights and
          the table show the change.
        </Message>
      ) : traces.length === 0 ? null : (
        <Figure
          traces={traces}
          layout={layout}
          height={380}
          label={fitSentence(edit, reply, truth)}
          onPoint={({ trace, point }) => {
            if (figure === 'fit' && trace === PATTERNS_TRACE) onPattern(point);
          }}
        />
      )}
      <ChangeTable edit={edit} reply={reply} truth={truth} />
      <p className={styles.note}>
        {figure === 'fit'
          ? 'Click a pattern to choose it. Predicted: the network with the weights w + δw of influence.'
          : 'One point for every weight and bias; on the dashed line the prediction is right.'}{' '}
        E is that of the edited data less E before; its own error is that of the pattern alone, where it was
        or is now.
      </p>
    </div>
  );
}
