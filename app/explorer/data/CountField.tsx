import { LIMITS } from '../../../engine/experiment/limits.ts';
import { NumberField } from '../../controls/NumberField.tsx';
import { setCount } from '../../state/edits/data.ts';
import { useExperiment, useLab } from '../../state/useLab.ts';

/** N of the data: to set when they are drawn, to read when they are the person's own. */
export function CountField() {
  const lab = useLab();
  const data = useExperiment((state) => state.experiment.data);
  if (!('set' in data)) return <>N = {data.inputs.length}</>;
  return (
    <NumberField
      label="N"
      value={data.count}
      min={1}
      max={LIMITS.patterns}
      integer
      width={64}
      onCommit={(count) => lab.edit(setCount(count), 'N')}
    />
  );
}
