import { reasonOf } from '../../../workers/asError.ts';
import type { Edit } from '../../state/experiment.ts';
import type { Lab } from '../../state/lab.ts';
import { notify } from '../../state/notices.ts';

const listed = (names: readonly string[]): string =>
  names.length === 1 ? String(names[0]) : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** Takes other data; says which layers could not read them and went, or why the data were not taken. */
export function changeData(lab: Lab, change: Edit): void {
  const { network } = lab.experiment.getState().experiment;
  try {
    lab.edit(change);
  } catch (error) {
    notify({ tone: 'caution', text: `The data stay: ${reasonOf(error)}` });
    return;
  }
  const { experiment } = lab.experiment.getState();
  const kept = new Set(experiment.network.layers.map(({ name }) => name));
  const gone = network.layers.flatMap(({ name }) => (kept.has(name) ? [] : [name]));
  if (gone.length === 0) return;
  notify({
    tone: 'info',
    text: `These data are no images: ${listed(gone)} could not read them and ${gone.length === 1 ? 'was' : 'were'} removed.`,
    action: {
      label: 'Undo',
      run: () => {
        if (lab.experiment.getState().experiment === experiment) lab.undo();
      },
    },
  });
}
