import { useId, useMemo, useState } from 'react';
import { dataColumns } from '../../../engine/data/batch.ts';
import { Card } from '../../controls/Card.tsx';
import { Message } from '../../controls/Message.tsx';
import { CountField } from './CountField.tsx';
import { DataControls } from './DataControls.tsx';
import styles from './DataPanel.module.css';
import { DataPlot } from './DataPlot.tsx';
import { isPicture } from './galleryLayout.ts';
import { ImageGallery } from './ImageGallery.tsx';
import { OwnDataDialog } from './OwnDataDialog.tsx';
import { PlotDialog } from './PlotDialog.tsx';
import { plotDataOf } from './plotData.ts';
import { PlotHints } from './PlotHints.tsx';
import { SelectedPoint } from './SelectedPoint.tsx';
import { useFileDrop } from './useFileDrop.ts';
import { useOwnDataDraft } from './useOwnDataDraft.ts';
import { usePointEditing } from './usePointEditing.ts';
import { useExperiment } from '../../state/useLab.ts';

const PLOT_HEIGHT = 130;
const THUMBNAIL = 24;

function NoPlot({ inputs }: { readonly inputs: number }) {
  return (
    <p className={styles.noPlot}>
      {inputs} inputs: no plane shows them. Change points by their numbers below.
    </p>
  );
}

/** The data: which, how many, how noisy, and every point of them. */
export function DataPanel() {
  const data = useExperiment((state) => state.experiment.data);
  const editing = usePointEditing();
  const draft = useOwnDataDraft();
  const { over, handlers } = useFileDrop(draft.takeFile);
  const [larger, setLarger] = useState(false);
  const [keyboard, setKeyboard] = useState(false);
  const hintsId = useId();
  const shape = useExperiment((state) => state.experiment.network.input);
  const plot = useMemo(() => (isPicture(shape) ? null : plotDataOf(data, 0)), [data, shape]);
  return (
    <Card title="Data" aside={<CountField />}>
      <div className={`${styles.panel} ${over ? styles.over : ''}`} {...handlers}>
        <div className={styles.main}>
          <div className={styles.plot}>
            {isPicture(shape) ? (
              <ImageGallery
                data={data}
                shape={shape}
                editing={editing}
                height={PLOT_HEIGHT}
                picture={THUMBNAIL}
              />
            ) : plot === null ? (
              <NoPlot inputs={dataColumns(data).inputs} />
            ) : (
              <DataPlot
                data={plot}
                editing={editing}
                height={PLOT_HEIGHT}
                output={0}
                hintsId={hintsId}
                onKeyboard={setKeyboard}
              />
            )}
          </div>
          <DataControls onPaste={draft.open} onEnlarge={() => setLarger(true)} />
        </div>
        {plot === null ? null : <PlotHints id={hintsId} shown={keyboard} />}
        <SelectedPoint editing={editing} plot={plot} />
        {editing.problem === null ? null : <Message tone="caution">{editing.problem}</Message>}
      </div>
      <PlotDialog open={larger} onClose={() => setLarger(false)} editing={editing} />
      <OwnDataDialog draft={draft} />
    </Card>
  );
}
