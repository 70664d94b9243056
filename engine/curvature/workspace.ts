import type { Problem } from '../experiment/problem.ts';
import type { Seed } from '../losses/seed.ts';
import type { BackwardTape, ForwardTape } from '../network/sweeps.ts';
import type { Topology } from '../network/topology.ts';
import type { RitzPair } from '../spectrum/lanczos.ts';

/**
 * One problem and the passes that its matrices and products share. Each pass is run when first asked
 * for and kept; nothing here is changed afterwards.
 */
export interface Workspace {
  readonly problem: Problem;
  readonly topology: Topology;
  /** c of `E = c Σ E_n + (α/2)‖w‖²`: 1 for a sum, 1/N for a mean. */
  readonly c: number;
  readonly forward: ForwardTape;
  readonly seed: Seed;
  readonly backward: BackwardTape;
  /** The direction v of the problem, [W]; for estimates from one product. */
  readonly direction: Float64Array;
  /** The eigenpairs of H of largest |λ|, `estimation.rank` of them, by Lanczos on products. */
  readonly eigenpairs: readonly RitzPair[];
  /** Whatever is computed once and shared, by a name of the caller's own. */
  once<T>(name: string, compute: () => T): T;
}
