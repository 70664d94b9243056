import fc from 'fast-check';
import type { LayerSpec, Problem } from '../experiment/problem.ts';
import { INPUT } from '../network/topology.ts';
import { randomImageProblem } from './randomImageProblem.ts';
import { anyHidden, anySetting, type LayerChoices, problemOf } from './randomParts.ts';

export { smoothKinds } from './randomParts.ts';

export interface ProblemChoices extends LayerChoices {
  /** Dense layers alone (unless told otherwise), networks that read images, or both. */
  readonly layers?: 'dense' | 'image' | 'any';
  /** Of dense networks. */
  readonly hiddenLayers?: { readonly min: number; readonly max: number };
}

/** Random problems with any loss and any of its outputs, targets that fit, and weights N(0, 1/fan-in). */
export function randomProblem(choices: ProblemChoices = {}): fc.Arbitrary<Problem> {
  if (choices.layers === 'image') return randomImageProblem(choices);
  const dense = randomDenseProblem(choices);
  return choices.layers === 'any' ? fc.oneof(dense, randomImageProblem(choices)) : dense;
}

/** A dense DAG of up to four layers in which a layer reads any non-empty choice of earlier ones. */
function randomDenseProblem(choices: ProblemChoices): fc.Arbitrary<Problem> {
  const layerCounts = choices.hiddenLayers ?? { min: 0, max: 3 };
  return fc
    .record({
      inputUnits: fc.integer({ min: 1, max: 3 }),
      layers: fc.array(
        fc.record({
          units: fc.integer({ min: 1, max: 4 }),
          activation: anyHidden(choices),
          reads: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
        }),
        { minLength: layerCounts.min, maxLength: layerCounts.max },
      ),
      outputUnits: fc.integer({ min: 1, max: 3 }),
      outputReads: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
      setting: anySetting(choices),
    })
    .map((drawn): Problem => {
      const names = [INPUT, ...drawn.layers.map((_, index) => `hidden${index + 1}`)];
      const from = (index: number, reads: readonly boolean[]): string[] => {
        const chosen = names.slice(0, index).filter((_, q) => choices.skips !== false && reads[q]);
        return [...chosen, names[index]];
      };
      const hidden = drawn.layers.map(({ units, activation, reads }, index): LayerSpec => {
        const name = names[index + 1];
        return { name, kind: 'dense', units, activation, from: from(index, reads) };
      });
      const output: LayerSpec = {
        name: 'output',
        kind: 'dense',
        units: drawn.outputUnits,
        activation: drawn.setting.pair.activation,
        from: from(drawn.layers.length, drawn.outputReads),
      };
      return problemOf([drawn.inputUnits], [...hidden, output], drawn.setting);
    });
}
