import { createWorkspace } from '../../engine/curvature/createWorkspace.ts';
import type { Workspace } from '../../engine/curvature/workspace.ts';
import type { VersionedProblem } from '../protocol.ts';

let kept: { readonly version: number; readonly workspace: Workspace } | null = null;

/** The workspace of a problem; the last one is kept, so that the parts of a matrix share its passes. */
export function workspaceOf({ version, problem }: VersionedProblem): Workspace {
  if (kept?.version !== version) kept = { version, workspace: createWorkspace(problem) };
  return kept.workspace;
}
