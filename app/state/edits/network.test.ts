import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activationKinds } from '../../../engine/activations/index.ts';
import type { Experiment } from '../../../engine/experiment/document.ts';
import { parseExperiment } from '../../../engine/experiment/validate.ts';
import { parameterName } from '../../../engine/network/parameterNames.ts';
import { topologyOf } from '../../../engine/network/topology.ts';
import type { Edit } from '../experiment.ts';
import { startingExperiment } from '../startingExperiment.ts';
import { addLayer } from './insertLayer.ts';
import { activationChoices, removeLayer, setActivation, setNumber, toggleSkip } from './network.ts';
import { initialise, randomise, setParameter } from './parameters.ts';

const names = fc.constantFrom('input', 'hidden1', 'hidden2', 'hidden3', 'hidden4', 'output');

const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.constant(addLayer),
  fc.constant(randomise),
  names.map(removeLayer),
  fc
    .tuple(names, fc.oneof(fc.integer({ min: -1, max: 9 }), fc.constantFrom(256, 257, 2.5, NaN)))
    .map(([name, units]) => setNumber(name, 'units', units)),
  fc.tuple(names, fc.constantFrom(...activationKinds)).map(([name, kind]) => setActivation(name, kind)),
  fc.tuple(names, names).map(([from, to]) => toggleSkip(from, to)),
  fc.tuple(fc.nat(80), fc.double()).map(([index, value]) => setParameter(index, value)),
  fc.record({ seed: fc.integer(), scale: fc.double() }).map(initialise),
);

/** What a panel does: a refused edit changes nothing and says something. */
function attempt(experiment: Experiment, change: Edit): Experiment {
  try {
    return change(experiment);
  } catch (error) {
    expect((error as Error).message.length).toBeGreaterThan(10);
    return experiment;
  }
}

/** Every parameter under the names of its units. */
function named({ network, parameters }: Experiment): Map<string, number> {
  const topology = topologyOf(network);
  return new Map(
    parameters.map((value, index) => {
      const { layerName, j, source } = parameterName(topology, index);
      return [`${layerName} ${j} ${source === null ? 'bias' : `${source.layerName} ${source.i}`}`, value];
    }),
  );
}

const shapeOf = ({ network }: Experiment): string =>
  topologyOf(network)
    .layers.map(({ spec, units }) => `${spec.name}:${units}<${spec.from.join('+')}`)
    .join(' ');

const apply = (...changes: Edit[]): Experiment =>
  changes.reduce((experiment, change) => change(experiment), startingExperiment);

describe('network edits', () => {
  it('leave a document that can be opened, whatever their order', () => {
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 12 }), (changes) => {
        const experiment = changes.reduce(attempt, startingExperiment);
        expect(parseExperiment(JSON.parse(JSON.stringify(experiment)))).toBeTruthy();
        expect(experiment.parameters).toHaveLength(topologyOf(experiment.network).W);
      }),
    );
  });

  it('keep every weight between units that stay', () => {
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 8 }), edits, (changes, last) => {
        const before = changes.reduce(attempt, startingExperiment);
        const after = attempt(before, last);
        if (after.network === before.network) return;
        const kept = named(before);
        for (const [name, value] of named(after)) expect(value).toBe(kept.get(name) ?? value);
      }),
    );
  });

  it('add a layer between the output and what came before it', () => {
    const skipping = apply(toggleSkip('input', 'output'), addLayer);
    expect(shapeOf(skipping)).toBe(
      'hidden1:6<input hidden2:5<hidden1 hidden3:3<hidden2 output:1<hidden3+input',
    );
    expect(skipping.network.layers[2]?.activation).toBe('tanh');
  });

  it('let the readers of a removed layer read what it read', () => {
    expect(shapeOf(apply(removeLayer('hidden1')))).toBe('hidden2:5<input output:1<hidden2');
    expect(shapeOf(apply(toggleSkip('hidden1', 'output'), removeLayer('hidden2')))).toBe(
      'hidden1:6<input output:1<hidden1',
    );
    expect(shapeOf(apply(removeLayer('hidden1'), removeLayer('hidden2')))).toBe('output:1<input');
  });

  it('start the training over', () => {
    const trained = { ...startingExperiment, training: { ...startingExperiment.training, step: 7 } };
    expect(setNumber('hidden1', 'units', 3)(trained).training.step).toBe(0);
    expect(setActivation('hidden1', 'sin')(trained).training.step).toBe(0);
  });

  it('forget a direction and a selection that no longer exist', () => {
    const experiment: Experiment = {
      ...startingExperiment,
      direction: { kind: 'unit', index: 58 },
      view: { ...startingExperiment.view, entry: [58, 57], parameter: 58 },
    };
    const smaller = removeLayer('hidden2')(experiment);
    expect(smaller.direction).toEqual({ kind: 'unit', index: 0 });
    expect(smaller.view).not.toHaveProperty('entry');
    expect(smaller.view).not.toHaveProperty('parameter');
    expect(smaller.view.matrices).toBe(startingExperiment.view.matrices);
  });

  it('return the same document when nothing changes', () => {
    expect(apply(setNumber('hidden1', 'units', 6))).toBe(startingExperiment);
    expect(apply(setActivation('hidden1', 'tanh'))).toBe(startingExperiment);
  });

  it.each([
    [setNumber('hidden1', 'units', 0), 'units is 0: allowed 1 to 256'],
    [setNumber('hidden1', 'units', 10_000), 'units is 10000: allowed 1 to 256'],
    [setNumber('output', 'units', 2), 'output has one unit per target column of the data: 1'],
    [removeLayer('output'), "the output layer can't be removed: output"],
    [setActivation('hidden1', 'softmax'), 'activation is softmax: allowed at the output only'],
    [toggleSkip('input', 'hidden1'), 'hidden1 must read at least one layer: input'],
    [toggleSkip('hidden2', 'hidden1'), 'hidden1 comes before its source: hidden2'],
    [toggleSkip('hidden9', 'output'), 'unknown layer: hidden9'],
  ])('refuse with a sentence: %#', (change, message) => {
    expect(() => apply(change)).toThrow(new Error(message));
  });

  it('refuse more parameters than can be held, naming the number', () => {
    expect(() => apply(setNumber('hidden1', 'units', 256), setNumber('hidden2', 'units', 256))).toThrow(
      new Error('W is 66817: allowed 1 to 20000'),
    );
    const eight = [addLayer, addLayer, addLayer, addLayer, addLayer];
    expect(() => apply(...eight, addLayer)).toThrow(new Error('layers is 9: allowed 1 to 8'));
  });

  it('offer only activations that are accepted', () => {
    expect(activationChoices(true, 'binary-cross-entropy').kinds).toEqual(['logistic']);
    expect(activationChoices(true, 'binary-cross-entropy').reason).toMatch(/logistic/);
    expect(activationChoices(false, 'binary-cross-entropy').kinds).not.toContain('softmax');
    expect(() => apply(setActivation('output', 'identity'))).toThrow(/goes with logistic/);
  });
});
