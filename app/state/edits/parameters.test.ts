import { describe, expect, it } from 'vitest';
import { initialParameters } from '../../../engine/experiment/initialise.ts';
import { LIMITS } from '../../../engine/experiment/limits.ts';
import { startingExperiment } from '../startingExperiment.ts';
import { initialise, randomise, resizeParameters, setParameter } from './parameters.ts';

const chain = (hidden: number, from: string[] = ['h']) => ({
  input: [2],
  layers: [
    { name: 'h', kind: 'dense', units: hidden, activation: 'tanh', from: ['input'] },
    { name: 'y', kind: 'dense', units: 1, activation: 'identity', from },
  ] as const,
});

describe('resizeParameters', () => {
  const drawn = { seed: 5, scale: 1 };

  it('moves every kept weight to its new place', () => {
    // h: w11 w12 w21 w22 b1 b2, y: w11 w12 b1
    const old = [11, 12, 21, 22, 1, 2, 31, 32, 3];
    const fresh = initialParameters(chain(3), drawn);
    const expected = [11, 12, 21, 22, fresh[4], fresh[5], 1, 2, fresh[8], 31, 32, fresh[11], 3];
    expect(resizeParameters(chain(2), old, chain(3), drawn)).toEqual(expected);
    expect(resizeParameters(chain(2), old, chain(1), drawn)).toEqual([11, 12, 1, 31, 3]);
  });

  it('knows a source by its name, not by its column', () => {
    const old = [11, 12, 1, 31, 3];
    const resized = resizeParameters(chain(1), old, chain(1, ['input', 'h']), drawn);
    const fresh = initialParameters(chain(1, ['input', 'h']), drawn);
    expect(resized).toEqual([11, 12, 1, fresh[3], fresh[4], 31, 3]);
    expect(resizeParameters(chain(1, ['input', 'h']), resized, chain(1), drawn)).toEqual(old);
  });
});

describe('setParameter', () => {
  it('changes one weight, and nothing else', () => {
    const changed = setParameter(3, -0)(startingExperiment);
    expect(changed.parameters[3]).toBe(-0);
    expect({ ...changed, parameters: startingExperiment.parameters }).toEqual(startingExperiment);
    expect(setParameter(3, -0)(changed)).toBe(changed);
    expect(setParameter(3, 0)(changed).parameters[3]).toBe(0);
  });

  it.each([NaN, Infinity, 2 * LIMITS.magnitude])('refuses %d', (value) => {
    expect(() => setParameter(0, value)(startingExperiment)).toThrow(
      new Error(`value is ${value}: allowed −1e+150 to 1e+150`),
    );
  });
});

describe('initialise', () => {
  it('draws the same weights from the same seed', () => {
    const first = initialise({ seed: 4, scale: 0.5 })(startingExperiment);
    expect(first.initialisation).toEqual({ seed: 4, scale: 0.5 });
    expect(initialise({ seed: 4, scale: 0.5 })(randomise(first)).parameters).toEqual(first.parameters);
    expect(randomise(first).initialisation.seed).toBe(5);
    expect(randomise(first).parameters).not.toEqual(first.parameters);
  });

  it('goes from the last seed to the first', () => {
    const last = initialise({ seed: LIMITS.seed, scale: 1 })(startingExperiment);
    expect(randomise(last).initialisation.seed).toBe(0);
  });

  it.each([
    [{ seed: -1, scale: 1 }, 'seed is -1: allowed whole numbers 0 to 2147483647'],
    [{ seed: 0.5, scale: 1 }, 'seed is 0.5: allowed whole numbers 0 to 2147483647'],
    [{ seed: 1, scale: 0 }, 'scale is 0: allowed above 0, up to 100'],
    [{ seed: 1, scale: NaN }, 'scale is NaN: allowed above 0, up to 100'],
  ])('refuses %o', (initialisation, message) => {
    expect(() => initialise(initialisation)(startingExperiment)).toThrow(new Error(message));
  });
});
