import { expect, it } from 'vitest';
import { productFacts } from './productFacts.ts';

it('measures every product against R{·}', () => {
  const facts = productFacts({
    v: Float64Array.of(1, 0),
    Hv: Float64Array.of(3, 4),
    oneSided: Float64Array.of(3, 4.5),
    central: Float64Array.of(3, 4),
    Gv: Float64Array.of(0, 4),
    oneSidedStep: 1e-8,
    centralStep: 1e-5,
    curvature: 3,
  });
  expect(facts).toEqual({
    size: 5,
    curvature: 3,
    oneSided: 0.1,
    central: 0,
    gaussNewton: 0.6,
    isZero: false,
  });
});
