import { describe, expect, test } from 'vitest';
import { startingExperiment } from '../startingExperiment.ts';
import { setDataSet } from './data.ts';
import { setLoss, setReduction, setWeightDecay } from './loss.ts';
import { setActivation } from './network.ts';
import { movePoint } from './points.ts';

const moons = startingExperiment;
const outputOf = (experiment: typeof moons) => experiment.network.layers.at(-1)?.activation;

describe('choosing the loss', () => {
  test('an output activation that goes with it stays, another becomes the usual one', () => {
    const squares = setLoss('sum-of-squares')(moons);
    expect(outputOf(squares)).toBe('logistic');
    const straight = setActivation('output', 'identity')(squares);
    expect(outputOf(setLoss('binary-cross-entropy')(straight))).toBe('logistic');
  });

  test('hidden layers, weights and data are left alone', () => {
    const squares = setLoss('sum-of-squares')(moons);
    expect(squares.network.layers.slice(0, -1)).toEqual(moons.network.layers.slice(0, -1));
    expect(squares.parameters).toBe(moons.parameters);
    expect(squares.data).toBe(moons.data);
  });

  test('a loss that doesn’t fit the targets is refused with the reason', () => {
    expect(() => setLoss('softmax-cross-entropy')(moons)).toThrow(/one 1 among zeros/);
    expect(() => setLoss('binary-cross-entropy')(setDataSet('sine')(moons))).toThrow(/0 or 1/);
  });

  test('counts bring Poisson with exp; other data, other losses and negative targets leave it', () => {
    const counts = setDataSet('counts')(moons);
    expect([counts.loss.kind, outputOf(counts)]).toEqual(['poisson', 'exp']);
    expect(counts.network.input).toEqual([1]);
    expect(outputOf(setActivation('output', 'softplus')(counts))).toBe('softplus');
    expect(() => setActivation('output', 'identity')(counts)).toThrow(/mean count/);
    const squares = setLoss('sum-of-squares')(counts);
    expect(outputOf(squares)).toBe('exp');
    expect(outputOf(setLoss('poisson')(setActivation('output', 'identity')(squares)))).toBe('exp');
    const sine = setDataSet('sine')(counts);
    expect([sine.loss.kind, outputOf(sine)]).toEqual(['sum-of-squares', 'identity']);
    expect(() => setLoss('poisson')(sine)).toThrow('data.set is sine: poisson needs numbers not below 0');
    expect(setLoss('poisson')(moons).loss.kind).toBe('poisson');
    expect(() => movePoint(3, { targets: [-0.5] })(counts)).toThrow(
      'data.targets[3] is -0.5: poisson needs numbers not below 0',
    );
  });

  test('the training starts over', () => {
    const trained = { ...moons, training: { ...moons.training, step: 5, start: moons.parameters } };
    for (const change of [setLoss('sum-of-squares'), setReduction('mean'), setWeightDecay(0.5)])
      expect(change(trained).training).toMatchObject({ step: 0, curve: { errors: [] } });
  });

  test('weight decay is 0 or more', () => {
    expect(setWeightDecay(0)(moons).weightDecay).toBe(0);
    for (const wrong of [-0.1, NaN, Infinity])
      expect(() => setWeightDecay(wrong)(moons)).toThrow(`weight decay is ${wrong}: allowed 0 to 1000000`);
  });
});
