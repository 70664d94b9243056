import { blocksOf, type Blocks } from './blocksOf.ts';
import { keep } from './finish.ts';
import type { CurvatureMatrix } from './matrix.ts';

/** What is said of one of them. */
type Words = Pick<CurvatureMatrix, 'label' | 'symbol' | 'formula' | 'section' | 'whenExact'>;

/**
 * A matrix with everything dropped but its blocks: those of single layers, or of single units (a row of W and its
 * bias). O(W²) beside `whole`, whose rows it takes. `name` is what a workspace keeps it under.
 */
export const blocksMatrix = (
  name: string,
  whole: CurvatureMatrix,
  block: Blocks,
  words: Words,
): CurvatureMatrix => ({
  ...words,
  cost: 'O(W^2)',
  group: 'approximation',
  form: 'dense',
  role: 'approximation',
  divisible: true,
  derived: true,
  compute: (workspace, part) => ({
    form: 'dense',
    values: keep(workspace, name, part, () =>
      blocksOf(workspace.topology, part, whole.compute(workspace, part).values, block),
    ),
  }),
  operations: whole.operations,
});
