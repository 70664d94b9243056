import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { startCompute } from '../compute/startCompute.ts';
import type { Lab } from '../state/lab.ts';
import { LabContext } from '../state/useLab.ts';
import { createCellLab } from './cellLab.ts';
import type { NotebookEditor } from './state/editor.ts';

export interface LabGroupProps {
  readonly editor: NotebookEditor;
  /** The experiment's cell. */
  readonly id: string;
  /** Called with what counts a figure in and out of sight. */
  readonly children: (onSight: (seen: boolean) => void) => ReactNode;
}

/** Computes for a lab while any of its figures is in sight. */
function useSights(lab: Lab): (seen: boolean) => void {
  const [inSight, setInSight] = useState(0);
  const awake = inSight > 0;
  useEffect(() => (awake ? startCompute(lab) : undefined), [awake, lab]);
  return useCallback((seen: boolean) => setInSight((count) => Math.max(0, count + (seen ? 1 : -1))), []);
}

/** The figures that one experiment governs, with a lab of their own. */
export function LabGroup({ editor, id, children }: LabGroupProps) {
  const { lab, follow } = useMemo(() => createCellLab(editor, id), [editor, id]);
  useEffect(() => follow(), [follow]);
  const onSight = useSights(lab);
  return <LabContext.Provider value={lab}>{children(onSight)}</LabContext.Provider>;
}
