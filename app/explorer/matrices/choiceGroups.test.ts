import { expect, it } from 'vitest';
import { matrixIds, matrixOf } from '../../../engine/curvature/index.ts';
import { choiceGroups } from './choiceGroups.ts';

const idsOf = (typed: string) => choiceGroups(typed).flatMap(({ ids }) => ids);

it('every matrix stands under one heading, and none twice', () => {
  expect(idsOf('').toSorted()).toEqual(matrixIds.toSorted());
  expect(new Set(choiceGroups('').map(({ heading }) => heading)).size).toBe(choiceGroups('').length);
});

it('each is found by its own name, in small letters and with a plain hyphen', () => {
  for (const id of matrixIds)
    expect(idsOf(matrixOf(id).label.toLowerCase().replaceAll('–', '-'))).toContain(id);
});

it('words are found in any order, and what is in no entry finds nothing', () => {
  expect(idsOf('fisher  empirical')).toContain('empirical-fisher');
  expect(idsOf('empirical fisher zebra')).toEqual([]);
});
