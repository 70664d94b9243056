import { describe, expect, test } from 'vitest';
import { setDataSet } from '../../state/edits/data.ts';
import { startingExperiment } from '../../state/startingExperiment.ts';
import { readDraft } from './readDraft.ts';

const read = (text: string, targets = 1, experiment = startingExperiment) =>
  readDraft(text, targets, 'mine', experiment);

describe('pasted data', () => {
  test('nothing yet is no mistake', () => {
    expect(read(' \n')).toEqual({ status: 'empty' });
  });

  test('rows that suit the loss in use have no consequence', () => {
    expect(read('1,2,0\n3,4,1')).toMatchObject({
      status: 'ready',
      names: ['x₁', 'x₂', 't'],
      data: { targets: [[0], [1]] },
      consequence: null,
    });
  });

  test('0.5 for a class is said, and so is what follows', () => {
    const reading = read('1,2,0\n3,4,0.5');
    expect(reading).toMatchObject({
      status: 'ready',
      consequence:
        'Binary cross-entropy needs targets of 0 or 1, point 2 has 0.5: the loss becomes sum of squares with identity outputs.',
    });
  });

  test('labels become a column for each class, named after them', () => {
    const reading = read('a,y\n1,cat\n2,dog\n3,bird', 1, setDataSet('sine')(startingExperiment));
    expect(reading).toMatchObject({
      status: 'ready',
      names: ['a', 'y = bird', 'y = cat', 'y = dog'],
      consequence: 'To suit these targets the loss becomes softmax cross-entropy with softmax outputs.',
    });
  });

  test('what can’t be read names row and column', () => {
    const reading = read('1,2,0\n3,abc,1');
    expect(reading.status === 'wrong' && reading.sentence).toMatch(/row 2, column 2.*abc/);
  });
});
