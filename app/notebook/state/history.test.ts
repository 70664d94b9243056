import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { type Notebook, NOTEBOOK_VERSION } from '../../../engine/notebook/notebook.ts';
import { parseNotebook } from '../../../engine/notebook/validate.ts';
import { setWeightDecay } from '../../state/edits/loss.ts';
import { figures } from '../testing/notebooks.ts';
import {
  changeCell,
  changeExperiment,
  duplicateCell,
  freeId,
  insertCell,
  moveCell,
  removeCell,
  setTitle,
} from './commands.ts';
import { createNotebookEditor, type NotebookEdit } from './editor.ts';
import { newCell, newLens } from './newCell.ts';
import { lensIds } from '../../../engine/experiment/lenses.ts';
import { cellKinds } from '../../../engine/notebook/shape.ts';

const COMMANDS = 1000;
const EMPTY: Notebook = { version: NOTEBOOK_VERSION, title: '', cells: [] };

/** Cells kept at most by this test, so that removing keeps up with inserting. */
const ROOM = 30;

const place = fc.nat(ROOM);

/** An edit that fits the notebook it meets, whatever that is. */
const edits: fc.Arbitrary<NotebookEdit> = fc.oneof(
  fc.tuple(fc.constantFrom(...cellKinds), place).map(
    ([kind, at]): NotebookEdit =>
      (notebook) =>
        notebook.cells.length >= ROOM
          ? notebook
          : insertCell(at, newCell(kind, freeId(notebook), notebook, at))(notebook),
  ),
  fc.tuple(fc.constantFrom(...lensIds), place).map(
    ([lens, at]): NotebookEdit =>
      (notebook) =>
        notebook.cells.length >= ROOM
          ? notebook
          : insertCell(at, newLens(lens, freeId(notebook), notebook, at))(notebook),
  ),
  at((id) => removeCell(id)),
  at((id, notebook) =>
    notebook.cells.length >= ROOM ? (same) => same : duplicateCell(id, freeId(notebook)),
  ),
  place.chain((to) => at((id) => moveCell(id, to - 3))),
  figures.chain((content) => at((id) => changeCell(id, content))),
  fc.double({ min: 0, max: 10, noNaN: true }).chain((alpha) =>
    at((id, notebook) => {
      const cell = notebook.cells.find((one) => one.id === id);
      return cell?.kind === 'experiment' ? changeExperiment(id, setWeightDecay(alpha)) : (same) => same;
    }),
  ),
  fc.string({ unit: 'binary', maxLength: 20 }).map(setTitle),
);

/** An edit of one of the cells, where there are any. */
function at(edit: (id: string, notebook: Notebook) => NotebookEdit): fc.Arbitrary<NotebookEdit> {
  return place.map((n) => (notebook) => {
    const cell = notebook.cells[n % Math.max(1, notebook.cells.length)];
    return cell === undefined ? notebook : edit(cell.id, notebook)(notebook);
  });
}

type Step =
  | { readonly kind: 'edit'; readonly edit: NotebookEdit; readonly gesture?: string; readonly pause: number }
  | { readonly kind: 'undo' | 'redo' | 'end' };

const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record(
      {
        kind: fc.constant('edit' as const),
        edit: edits,
        gesture: fc.constantFrom('drag', 'type'),
        pause: fc.constantFrom(10, 10, 900),
      },
      { requiredKeys: ['kind', 'edit', 'pause'] },
    ),
  },
  { weight: 4, arbitrary: fc.constantFrom({ kind: 'undo' as const }, { kind: 'redo' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'end' as const }) },
);

/** The same history, the plain way: two lists of documents. */
function plainHistory(first: Notebook) {
  const past: Notebook[] = [];
  let future: Notebook[] = [];
  let now = first;
  let gesture: { name: string; at: number } | null = null;
  return {
    past,
    now: () => now,
    edit(next: Notebook, name: string | undefined, time: number): void {
      if (next === now) return;
      const continues = name !== undefined && gesture?.name === name && time - gesture.at < 800;
      if (!continues) {
        past.push(now);
        future = [];
      }
      now = next;
      gesture = name === undefined ? null : { name, at: time };
    },
    end: () => (gesture = null),
    undo(): void {
      gesture = null;
      const before = past.pop();
      if (before === undefined) return;
      future.push(now);
      now = before;
    },
    redo(): void {
      gesture = null;
      const after = future.pop();
      if (after === undefined) return;
      past.push(now);
      now = after;
    },
  };
}

it.each([1, 2, 3, 4, 5])(
  'a thousand random commands, with undo and redo among them, are undone to the very first notebook and redone to the last: run %i',
  (seed) => {
    let clock = 0;
    const time = vi.spyOn(performance, 'now').mockImplementation(() => clock);
    const editor = createNotebookEditor(EMPTY);
    const plain = plainHistory(EMPTY);
    const shown = (): Notebook => editor.store.getState().notebook;
    /** Every document as it was when it came, to tell whether anything was changed in place. */
    const seen = new Map<Notebook, string>();
    for (const step of fc.sample(steps, { seed, numRuns: COMMANDS })) {
      if (step.kind === 'edit') {
        clock += step.pause;
        const before = shown();
        editor.edit(step.edit, step.gesture);
        const after = shown();
        plain.edit(after, step.gesture, clock);
        if (after !== before) expect(parseNotebook(after)).toStrictEqual(after);
      } else if (step.kind === 'end') {
        editor.endGesture();
        plain.end();
      } else {
        editor[step.kind]();
        plain[step.kind]();
      }
      expect(shown()).toBe(plain.now());
      if (!seen.has(shown())) seen.set(shown(), JSON.stringify(shown()));
    }
    const last = shown();
    const way = [...plain.past];
    expect(way.length).toBeGreaterThan(100);
    for (const before of way.toReversed()) {
      editor.undo();
      expect(shown()).toBe(before);
    }
    expect(shown()).toBe(EMPTY);
    editor.undo();
    expect(shown()).toBe(EMPTY);
    for (const after of [...way.slice(1), last]) {
      editor.redo();
      expect(shown()).toBe(after);
    }
    for (const [notebook, text] of seen) expect(JSON.stringify(notebook)).toBe(text);
    time.mockRestore();
  },
);

it('a thousand steps can be undone', () => {
  const editor = createNotebookEditor(EMPTY);
  for (let n = 1; n <= COMMANDS; n++) editor.edit(setTitle(`title ${n}`));
  for (let n = 1; n <= COMMANDS; n++) editor.undo();
  expect(editor.store.getState().notebook).toBe(EMPTY);
});
