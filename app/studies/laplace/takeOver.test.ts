import { expect, test } from 'vitest';
import { createCellLab } from '../../notebook/cellLab.ts';
import { laplace } from '../../notebook/pages/laplace.ts';
import { changeCell } from '../../notebook/state/commands.ts';
import { createNotebookEditor } from '../../notebook/state/editor.ts';
import { setWeightDecay } from '../../state/edits/loss.ts';
import { takeRound } from './takeOver.ts';

test('α and β, of two cells, are taken over and undone in one step, whatever was dragged before and after', () => {
  const editor = createNotebookEditor(laplace);
  const shown = () => editor.store.getState().notebook;
  const [from, study] = ['experiment', 'study'].map((kind) => shown().cells.find((one) => one.kind === kind));
  if (from?.kind !== 'experiment' || study?.kind !== 'study' || study.study !== 'laplace')
    throw new Error('the page has no experiment with a study');
  const { lab, follow } = createCellLab(editor, from.id);
  const leave = follow();
  lab.edit(setWeightDecay(0.5), 'decay');
  const dragged = shown();

  const asked = lab.experiment.getState().experiment;
  const parameters = Float64Array.from(asked.parameters, (weight) => weight / 2);
  const round = { alpha: 0.2, beta: 7.5, gamma: 3, logEvidence: -20, dataError: 1, freshError: 1 };
  lab.together(() => {
    lab.edit(takeRound(asked, { ...round, weightDecay: 0.025, parameters }));
    const settings = { ...study.settings, beta: round.beta };
    editor.edit(changeCell(study.id, { kind: 'study', study: 'laplace', settings }));
  });
  const taken = shown();
  expect(lab.experiment.getState().experiment).toMatchObject({ weightDecay: 0.025 });
  expect(taken.cells.find(({ id }) => id === study.id)).toMatchObject({ settings: { beta: 7.5 } });
  lab.edit(setWeightDecay(0.6), 'decay');

  lab.undo();
  expect(shown()).toBe(taken);
  lab.undo();
  expect(shown()).toBe(dragged);
  expect(lab.experiment.getState().experiment).toBe(asked);
  lab.redo();
  expect(shown()).toBe(taken);
  leave();
});

test('edits that fail together leave the next one a step of its own', () => {
  const editor = createNotebookEditor(laplace);
  const start = editor.store.getState().notebook;
  const titled = (title: string): void => editor.edit((notebook) => ({ ...notebook, title }));
  const fail = (): void =>
    editor.together(() => {
      titled('a');
      throw new Error('refused');
    });
  expect(fail).toThrow('refused');
  titled('b');
  editor.undo();
  expect(editor.store.getState().notebook.title).toBe('a');
  editor.undo();
  expect(editor.store.getState().notebook).toBe(start);
});
