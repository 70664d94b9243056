import { Plus } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import { dataColumns } from '../../../engine/data/batch.ts';
import { Button } from '../../controls/Button.tsx';
import { Dialog } from '../../controls/Dialog.tsx';
import { Message } from '../../controls/Message.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import styles from './DataPanel.module.css';
import { DataPlot } from './DataPlot.tsx';
import { isPicture } from './galleryLayout.ts';
import { ImageGallery } from './ImageGallery.tsx';
import { colouringOf, plotDataOf } from './plotData.ts';
import { PlotHints } from './PlotHints.tsx';
import { PlotLegend } from './PlotLegend.tsx';
import { SelectedPoint } from './SelectedPoint.tsx';
import type { PointEditing } from './usePointEditing.ts';
import { useExperiment } from '../../state/useLab.ts';

interface PlotDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly editing: PointEditing;
}

const PLOT_HEIGHT = 400;
const PICTURE_HEIGHT = 54;

function OutputChoice({
  count,
  output,
  onChange,
}: {
  readonly count: number;
  readonly output: number;
  readonly onChange: (output: number) => void;
}) {
  return (
    <Segmented
      label="Target on show"
      value={String(output)}
      options={Array.from({ length: count }, (_, k) => ({ value: String(k), label: `target ${k + 1}` }))}
      onChange={(next) => onChange(Number(next))}
    />
  );
}

function LargePlot({ editing }: { readonly editing: PointEditing }) {
  const data = useExperiment((state) => state.experiment.data);
  const [chosen, setChosen] = useState(0);
  const [adding, setAdding] = useState(false);
  const hintsId = useId();
  const { targets } = dataColumns(data);
  const output = Math.min(chosen, targets - 1);
  const shape = useExperiment((state) => state.experiment.network.input);
  const image = isPicture(shape);
  const plot = useMemo(() => (image ? null : plotDataOf(data, output)), [image, data, output]);
  const manySurfaces =
    plot !== null &&
    targets > 1 &&
    plot.colouring.kind !== 'series' &&
    !(plot.colouring.kind === 'classes' && plot.colouring.oneHot);
  return (
    <div className={styles.large}>
      {image ? (
        <>
          <ImageGallery
            data={data}
            shape={shape}
            editing={editing}
            height={PLOT_HEIGHT}
            picture={PICTURE_HEIGHT}
          />
          <div className={styles.tools}>
            <PlotLegend colouring={colouringOf(data, 0)} columns={targets} />
          </div>
        </>
      ) : plot === null ? (
        <Message tone="info">
          The data have {dataColumns(data).inputs} inputs, and a plot shows one or two. Change points by their
          numbers.
        </Message>
      ) : (
        <>
          <DataPlot
            data={plot}
            editing={editing}
            height={PLOT_HEIGHT}
            large
            adding={adding}
            output={output}
            hintsId={hintsId}
          />
          <div className={styles.tools}>
            <Button pressed={adding} onClick={() => setAdding(!adding)}>
              <Plus size={16} aria-hidden /> Add points
            </Button>
            {manySurfaces ? <OutputChoice count={targets} output={output} onChange={setChosen} /> : null}
            <PlotLegend colouring={plot.colouring} columns={targets} />
          </div>
          <PlotHints id={hintsId} shown />
        </>
      )}
      <SelectedPoint editing={editing} plot={plot} />
      {editing.problem === null ? null : <Message tone="caution">{editing.problem}</Message>}
    </div>
  );
}

/** The plot at a size at which every point is easy to take hold of. */
export function PlotDialog({ open, onClose, editing }: PlotDialogProps) {
  return (
    <Dialog open={open} title="Points" onClose={onClose}>
      <LargePlot editing={editing} />
    </Dialog>
  );
}
