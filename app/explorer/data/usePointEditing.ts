import { useState } from 'react';
import type { DataSpec } from '../../../engine/experiment/document.ts';
import { reasonOf } from '../../../workers/asError.ts';
import { setPattern } from '../../state/edits/lens.ts';
import { removePoint } from '../../state/edits/points.ts';
import { batchFor } from '../../state/batch.ts';
import type { Edit } from '../../state/experiment.ts';
import { addMark, moveMark, type Place } from './markEdits.ts';
import type { MarkId } from './plotData.ts';
import { useLookedAt } from './useLookedAt.ts';
import { useExperiment, useLab } from '../../state/useLab.ts';

export interface PointEditing {
  readonly selected: MarkId | null;
  /** Why the last change was refused. */
  readonly problem: string | null;
  readonly select: (mark: MarkId | null) => void;
  /** Moves a mark; moves of one mark that follow each other are undone together. */
  readonly move: (mark: MarkId, to: Place) => void;
  readonly finishMove: () => void;
  /** Adds a point with the targets of another and selects it. */
  readonly add: (like: MarkId, at: Place) => void;
  /** Removes the selected point and selects `next`. */
  readonly remove: (mark: MarkId, next: MarkId | null) => void;
}

/** Why a change was refused; it holds for the data of that moment. */
interface Refusal {
  readonly data: DataSpec;
  readonly sentence: string;
}

/** The selected point and every change of points: whatever the document refuses is said, not thrown. */
export function usePointEditing(): PointEditing {
  const lab = useLab();
  const data = useExperiment((state) => state.experiment.data);
  const count = batchFor(data).N;
  const lookedAt = useLookedAt();
  const [chosen, setChosen] = useState<MarkId | null>(null);
  const [problem, setProblem] = useState<Refusal | null>(null);
  const act = (change: Edit, gesture?: string): boolean => {
    try {
      lab.edit(change, gesture);
      setProblem(null);
      return true;
    } catch (error) {
      setProblem({ data, sentence: reasonOf(error) });
      return false;
    }
  };
  return {
    selected: chosen !== null && chosen.point < count ? chosen : null,
    problem: problem?.data === data ? problem.sentence : null,
    select(mark) {
      setChosen(mark);
      setProblem(null);
      if (mark !== null && lookedAt !== null) lab.edit(setPattern(mark.point), 'pattern');
    },
    move: (mark, to) => void act(moveMark(mark, to), `move point ${mark.point}`),
    finishMove: lab.endGesture,
    add(like, at) {
      if (act(addMark(like, at))) setChosen({ point: count, output: like.output });
    },
    remove(mark, next) {
      if (!act(removePoint(mark.point))) return;
      const moved = next !== null && next.point > mark.point ? { ...next, point: next.point - 1 } : next;
      setChosen(moved);
    },
  };
}
