import { reasonOf } from '../../../workers/asError.ts';
import { edit, type Edit, undo, useExperiment } from '../../state/experiment.ts';
import { notify } from '../../state/notices.ts';

const listed = (names: readonly string[]): string =>
  names.length === 1 ? String(names[0]) : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** Takes other data; says which layers could not read them and went, or why the data were not taken. */
export function changeData(change: Edit): void {
  const { network } = useExperiment.getState().experiment;
  try {
    edit(change);
  } catch (error) {
    notify({ tone: 'caution', text: `The data stay: ${reasonOf(error)}` });
    return;
  }
  const { experiment } = useExperiment.getState();
  const kept = new Set(experiment.network.layers.map(({ name }) => name));
  const gone = network.layers.flatMap(({ name }) => (kept.has(name) ? [] : [name]));
  if (gone.length === 0) return;
  notify({
    tone: 'info',
    text: `These data are no images: ${listed(gone)} could not read them and ${gone.length === 1 ? 'was' : 'were'} removed.`,
    action: {
      label: 'Undo',
      run: () => {
        if (useExperiment.getState().experiment === experiment) undo();
      },
    },
  });
}
