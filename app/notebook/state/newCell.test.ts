import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lensIds } from '../../../engine/experiment/lenses.ts';
import { cellKinds } from '../../../engine/notebook/shape.ts';
import { studyIds } from '../../../engine/notebook/studies/index.ts';
import { parseNotebook } from '../../../engine/notebook/validate.ts';
import { startingExperiment } from '../../state/startingExperiment.ts';
import { notebooks } from '../testing/notebooks.ts';
import { freeId, insertCell } from './commands.ts';
import { governing, newCell, newLens, newStudy } from './newCell.ts';

it('new cells of every kind, anywhere in any notebook, leave it valid', () => {
  fc.assert(
    fc.property(notebooks, fc.nat(8), (notebook, at) => {
      const id = freeId(notebook);
      for (const kind of cellKinds) {
        const after = insertCell(at, newCell(kind, id, notebook, at))(notebook);
        expect(parseNotebook(after)).toStrictEqual(after);
      }
      for (const lens of lensIds) {
        const after = insertCell(at, newLens(lens, id, notebook, at))(notebook);
        expect(parseNotebook(after)).toStrictEqual(after);
      }
      for (const study of studyIds) {
        const after = insertCell(at, newStudy(study, id))(notebook);
        expect(parseNotebook(after)).toStrictEqual(after);
      }
    }),
    { numRuns: 60 },
  );
});

it('a figure goes by the experiment before it, and by the first of all where there is none', () => {
  const mine = { ...startingExperiment, view: { ...startingExperiment.view, matrices: ['kfac'] as const } };
  const notebook = parseNotebook({
    version: 1,
    cells: [
      { id: 'c1', kind: 'text', text: '' },
      { id: 'c2', kind: 'experiment', experiment: mine, panels: [] },
      { id: 'c3', kind: 'data' },
    ],
  });
  expect(governing(notebook, 1)).toBeNull();
  expect(governing(notebook, 3)).toBe(notebook.cells[1]);
  expect(newCell('matrix', 'x', notebook, 3)).toMatchObject({ matrix: 'kfac' });
  expect(newCell('matrix', 'x', notebook, 1)).toMatchObject({ matrix: 'exact' });
  // the selected entry's row and column, then the first parameters
  expect(newCell('controls', 'x', notebook, 3)).toMatchObject({ parameters: [24, 6, 0] });
  expect(newCell('experiment', 'x', notebook, 3)).toMatchObject({
    experiment: notebook.cells[1]?.kind === 'experiment' ? notebook.cells[1].experiment : null,
  });
});
