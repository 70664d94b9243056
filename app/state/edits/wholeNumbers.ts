import { LIMITS } from '../../../engine/experiment/limits.ts';

/** @throws `N is 0: allowed whole numbers 1 to 2000` */
export function checkWhole(name: string, value: number, low: number, high: number): void {
  if (!Number.isInteger(value) || value < low || value > high)
    throw new Error(`${name} is ${value}: allowed whole numbers ${low} to ${high}`);
}

/** @throws `seed is -1: allowed whole numbers 0 to 2147483647` */
export const checkSeed = (seed: number): void => checkWhole('seed', seed, 0, LIMITS.seed);

/** The seed after this one; after the last comes the first. */
export const nextSeed = (seed: number): number => (seed >= LIMITS.seed ? 0 : seed + 1);
