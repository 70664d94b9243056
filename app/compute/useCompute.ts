import { useLab } from '../state/useLab.ts';
import { computeOf, type LabCompute } from './labCompute.ts';

/** What computes for the lab at hand. */
export const useCompute = (): LabCompute => computeOf(useLab());
