import { batchFor } from '../../state/batch.ts';
import type { MarkId, PlotData } from './plotData.ts';
import { PointEditor } from './PointEditor.tsx';
import { walkTo } from './plotKeys.ts';
import type { PointEditing } from './usePointEditing.ts';
import { useExperiment } from '../../state/useLab.ts';

interface SelectedPointProps {
  readonly editing: PointEditing;
  readonly plot: PlotData | null;
}

/** The numbers of the selected point; without a plot, of the first one until another is chosen. */
export function SelectedPoint({ editing, plot }: SelectedPointProps) {
  const N = useExperiment(({ experiment }) => batchFor(experiment.data).N);
  const selected = editing.selected ?? (plot === null ? { point: 0, output: 0 } : null);
  if (selected === null) return null;
  const neighbour = (by: 1 | -1): MarkId | null =>
    plot === null
      ? { point: (selected.point + by + N) % N, output: 0 }
      : walkTo(plot.marks, selected, by === 1 ? ']' : '[');
  return (
    <PointEditor
      selected={selected}
      onStep={(by) => editing.select(neighbour(by))}
      onRemove={() => {
        const next = neighbour(1);
        editing.remove(selected, next?.point === selected.point ? null : next);
      }}
    />
  );
}
