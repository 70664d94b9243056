import { createWorkspace } from '../../engine/curvature/createWorkspace.ts';
import type { Workspace } from '../../engine/curvature/workspace.ts';
import type { VersionedProblem } from '../protocol.ts';

interface Kept {
  readonly version: number;
  /** The network, as text: every request brings a copy of its own. */
  readonly network: string;
  readonly workspace: Workspace;
}

let kept: Kept | null = null;

/**
 * The workspace of a problem. The last one is kept, so that the parts of a matrix share its passes; its topology too
 * while the network stays the same, so that a dragged weight lays nothing out anew.
 */
export function workspaceOf({ version, problem }: VersionedProblem): Workspace {
  if (kept?.version === version) return kept.workspace;
  const network = JSON.stringify(problem.network);
  const topology = kept?.network === network ? kept.workspace.topology : undefined;
  const workspace = createWorkspace(problem, topology);
  kept = { version, network, workspace };
  return workspace;
}
