import type { CellKind } from '../../../engine/notebook/notebook.ts';
import { LENS_DEFAULTS, type LensId } from '../../../engine/experiment/lenses.ts';
import { studyIds } from '../../../engine/notebook/studies/index.ts';
import { studies } from '../../studies/index.ts';
import { cellKinds } from '../cells/index.ts';
import { lenses } from '../../lenses/index.ts';
import type { OnPage } from '../useNotebook.ts';
import * as act from './actions.ts';

/** Something a person can do in a notebook, by a key, a button or by its name. */
export interface Command {
  readonly label: string;
  /** As shown: `D D`, `Ctrl ⇧ ↑`. */
  readonly keys?: string;
  readonly run: (on: OnPage) => void;
  readonly possible?: (on: OnPage) => boolean;
}

const hasSelection = (on: OnPage): boolean => act.selectedCell(on) !== undefined;

/** For the selected cell, where there is one. */
const withSelected =
  (run: (on: OnPage, id: string) => void) =>
  (on: OnPage): void => {
    const cell = act.selectedCell(on);
    if (cell !== undefined) run(on, cell.id);
  };

/** Ways to change a notebook; keys as in JupyterLab. */
export const commands = {
  edit: {
    label: 'Write in the cell',
    keys: 'Enter',
    run: withSelected((on, id) => on.ui.setState({ writing: id })),
    possible: (on) => ['text', 'check'].includes(act.selectedCell(on)?.kind ?? ''),
  },
  previous: { label: 'Select the cell above', keys: '↑ or K', run: (on) => act.selectNext(on, -1) },
  next: { label: 'Select the cell below', keys: '↓ or J', run: (on) => act.selectNext(on, 1) },
  insertAbove: {
    label: 'Insert text above',
    keys: 'A',
    run: (on) => act.insert(on, 'text', act.placeBeside(on, 'above')),
  },
  insertBelow: {
    label: 'Insert text below',
    keys: 'B',
    run: (on) => act.insert(on, 'text', act.placeBeside(on, 'below')),
  },
  moveUp: {
    label: 'Move the cell up',
    keys: 'Ctrl ⇧ ↑',
    run: withSelected((on, id) => act.moveBy(on, id, -1)),
    possible: hasSelection,
  },
  moveDown: {
    label: 'Move the cell down',
    keys: 'Ctrl ⇧ ↓',
    run: withSelected((on, id) => act.moveBy(on, id, 1)),
    possible: hasSelection,
  },
  duplicate: {
    label: 'Duplicate the cell',
    keys: '⇧ D',
    run: withSelected(act.duplicate),
    possible: hasSelection,
  },
  cut: {
    label: 'Cut the cell',
    keys: 'X',
    run: withSelected((on, id) => {
      act.copy(on);
      act.remove(on, id);
    }),
    possible: hasSelection,
  },
  copy: { label: 'Copy the cell', keys: 'C', run: act.copy, possible: hasSelection },
  paste: { label: 'Paste the cell below', keys: 'V', run: act.paste, possible: act.canPaste },
  remove: { label: 'Delete the cell', keys: 'D D', run: withSelected(act.remove), possible: hasSelection },
  undo: { label: 'Undo', keys: 'Z or Ctrl Z', run: (on) => act.travel(on, 'undo') },
  redo: { label: 'Redo', keys: '⇧ Z or Ctrl ⇧ Z', run: (on) => act.travel(on, 'redo') },
} satisfies Record<string, Command>;

export type CommandId = keyof typeof commands;

/** `Insert Matrices below` and the like, for every kind of cell, every lens and every study. */
export const insertions: readonly Command[] = [
  ...Object.entries(cellKinds).flatMap(([kind, { label }]) =>
    kind === 'lens' || kind === 'study'
      ? []
      : [
          {
            label: `Insert ${label} below`,
            run: (on: OnPage) => act.insert(on, kind as CellKind, act.placeBeside(on, 'below')),
          },
        ],
  ),
  ...Object.keys(LENS_DEFAULTS).map((lens) => ({
    label: `Insert ${lenses[lens as LensId].label} below`,
    run: (on: OnPage) => act.insertLens(on, lens as LensId, act.placeBeside(on, 'below')),
  })),
  ...studyIds.map((study) => ({
    label: `Insert ${studies[study].label} below`,
    run: (on: OnPage) => act.insertStudy(on, study, act.placeBeside(on, 'below')),
  })),
];
