import fc from 'fast-check';
import { describe, test } from 'vitest';
import { expectClose } from '../testing/close.ts';
import type { ElementwiseActivation } from './activation.ts';
import { activationKinds, activationOf } from './index.ts';

const elementwise = activationKinds.flatMap((kind) => {
  const activation = activationOf(kind);
  return activation.kind === 'elementwise' ? [{ kind, activation }] : [];
});

/** h, h' and h'' at one place. */
function at(activation: ElementwiseActivation, a: number): { z: number; h1: number; h2: number } {
  const [z, h1, h2] = [0, 1, 2].map(() => new Float64Array(1));
  activation.evaluate(Float64Array.of(a), z, h1, h2);
  return { z: z[0], h1: h1[0], h2: h2[0] };
}

const place = fc.double({ min: -30, max: 30, noNaN: true }).filter((a) => Math.abs(a) > 1e-3);

describe.each(elementwise)('$kind', ({ activation }) => {
  test("h' and h'' are the slopes of h and h'", () => {
    fc.assert(
      fc.property(place, (a) => {
        const { h1, h2 } = at(activation, a);
        const r = 1e-4;
        const [back, there] = [at(activation, a - r), at(activation, a + r)];
        // Central differences: truncation r²/6 ≈ 2e-9 of the third derivative, rounding ε|h|/r ≈ 1e-11.
        expectClose("h'", [h1], [(there.z - back.z) / (2 * r)], 1e-8, 1);
        expectClose("h''", [h2], [(there.h1 - back.h1) / (2 * r)], 1e-8, 1);
      }),
      { numRuns: 300 },
    );
  });
});

test('tanh and its slopes keep their digits over the whole range', () => {
  fc.assert(
    fc.property(fc.double({ min: -300, max: 300, noNaN: true }), (a) => {
      const { z, h1, h2 } = at(activationOf('tanh') as ElementwiseActivation, a);
      const sech2 = 1 / Math.cosh(a) ** 2;
      // A handful of roundings of 1.1e-16 each; cosh's own error grows with its argument.
      expectClose('tanh', [z], [Math.tanh(a)], 1e-15);
      expectClose('sech²', [h1], [sech2], 1e-13);
      expectClose("h''", [h2], [-2 * Math.tanh(a) * sech2], 1e-13);
    }),
    { numRuns: 2000 },
  );
});
