import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { startCompute } from '../compute/startCompute.ts';
import type { Lab } from '../state/lab.ts';
import { LabContext } from '../state/useLab.ts';
import { createCellLab } from './cellLab.ts';
import { useNotebook } from './useNotebook.ts';

export interface LabGroupProps {
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
export function LabGroup({ id, children }: LabGroupProps) {
  const { editor, labs, noteSelection } = useNotebook();
  const { lab, follow } = useMemo(() => createCellLab(editor, id), [editor, id]);
  useEffect(() => {
    labs.set(id, lab);
    const leave = follow();
    const leaveSelection = lab.selection.subscribe((now, before) => {
      if (now.entry !== before.entry || now.parameter !== before.parameter) noteSelection();
    });
    return () => {
      leave();
      leaveSelection();
    };
  }, [id, lab, follow, labs, noteSelection]);
  const onSight = useSights(lab);
  return <LabContext.Provider value={lab}>{children(onSight)}</LabContext.Provider>;
}
