import { LIMITS } from '../../engine/experiment/limits.ts';
import type { Edit } from '../state/experiment.ts';

/** Names the experiment; spaces around the name are dropped. */
export const setTitle =
  (title: string): Edit =>
  (experiment) => {
    const trimmed = title.trim().slice(0, LIMITS.title);
    return trimmed === experiment.title ? experiment : { ...experiment, title: trimmed };
  };
