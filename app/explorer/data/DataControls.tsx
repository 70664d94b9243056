import { Maximize2 } from 'lucide-react';
import { dataColumns } from '../../../engine/data/batch.ts';
import { dataSetIds, dataSetOf, type DataSetId } from '../../../engine/data/index.ts';
import type { DataSpec, OwnData } from '../../../engine/experiment/document.ts';
import { counted } from '../../controls/counted.ts';
import { IconButton } from '../../controls/IconButton.tsx';
import { Select } from '../../controls/Select.tsx';
import { setDataSet } from '../../state/edits/data.ts';
import { dataTitle } from '../../state/edits/dataTitle.ts';
import { changeData } from './changeData.ts';
import styles from './DataPanel.module.css';
import { DrawnSettings } from './DrawnSettings.tsx';
import { useExperiment, useLab } from '../../state/useLab.ts';

const OWN = 'own';
const drawnOptions = dataSetIds.map((value) => ({ value, label: dataSetOf(value).label }));

function SetSelect({ data }: { readonly data: DataSpec }) {
  const lab = useLab();
  const own = 'set' in data ? [] : [{ value: OWN, label: dataTitle(data) } as const];
  return (
    <Select<DataSetId | typeof OWN>
      label="Data set"
      hideLabel
      value={'set' in data ? data.set : OWN}
      options={[...own, ...drawnOptions]}
      onChange={(next) => {
        if (next !== OWN) changeData(lab, setDataSet(next));
      }}
    />
  );
}

function OwnSummary({ data }: { readonly data: OwnData }) {
  const { inputs, targets } = dataColumns(data);
  return (
    <p className={styles.summary}>
      {counted(inputs, 'input')}, {counted(targets, 'target')}
    </p>
  );
}

interface DataControlsProps {
  readonly onPaste: () => void;
  readonly onEnlarge: () => void;
}

/** Which data, and how they are drawn. */
export function DataControls({ onPaste, onEnlarge }: DataControlsProps) {
  const data = useExperiment((state) => state.experiment.data);
  return (
    <div className={styles.controls}>
      <SetSelect data={data} />
      {'set' in data ? <DrawnSettings data={data} /> : <OwnSummary data={data} />}
      <div className={styles.more}>
        <button className={styles.link} type="button" onClick={onPaste}>
          Paste your own…
        </button>
        <IconButton
          label="Edit points in a larger plot"
          icon={<Maximize2 size={16} />}
          tone="quiet"
          onClick={onEnlarge}
        />
      </div>
    </div>
  );
}
