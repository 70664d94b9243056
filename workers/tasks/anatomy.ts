import { anatomyOf } from '../../engine/anatomy/anatomy.ts';
import { entryDifference } from '../../engine/anatomy/entryDifference.ts';
import { createWorkspace } from '../../engine/curvature/createWorkspace.ts';
import type { Anatomy, AnatomyRequest } from '../protocol.ts';

/** An entry of H taken apart, beside a finite difference of it. */
export function anatomy({ problem, row, column, pattern }: AnatomyRequest): Anatomy {
  const workspace = createWorkspace(problem);
  return {
    ...anatomyOf(workspace, row, column, pattern),
    difference: entryDifference(workspace, row, column),
  };
}
