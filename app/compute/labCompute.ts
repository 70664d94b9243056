import type { MatrixId } from '../../engine/curvature/index.ts';
import type { Lab } from '../state/lab.ts';
import type { Trainer } from './trainer.ts';

/** What buttons reach: a lab's training, and its matrices that take long. */
export interface LabCompute {
  readonly trainer: Trainer;
  readonly slow: {
    readonly stop: (id: MatrixId) => void;
    readonly compute: (id: MatrixId) => void;
  };
}

const ofLab = new WeakMap<Lab, LabCompute>();

/** Says what computes for a lab, until the returned function is called. */
export function provideCompute(lab: Lab, compute: LabCompute): () => void {
  ofLab.set(lab, compute);
  return () => void ofLab.delete(lab);
}

const nothing = (): void => undefined;
const ASLEEP: LabCompute = {
  trainer: { play: nothing, pause: nothing, step: nothing },
  slow: { stop: nothing, compute: nothing },
};

/** What computes for a lab; nothing happens where nothing does. */
export const computeOf = (lab: Lab): LabCompute => ofLab.get(lab) ?? ASLEEP;
