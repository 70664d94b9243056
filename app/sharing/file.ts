import type { Experiment } from '../../engine/experiment/document.ts';
import { exactJson } from './json.ts';

export const FILE_EXTENSION = '.hessian.json';

/** The experiment as the text of a file, every number to the last bit. */
export const toFileText = (experiment: Experiment): string => `${exactJson(experiment)}\n`;

/** `Two moons` → `two-moons.hessian.json`. */
export function fileName(title: string): string {
  const plain = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return `${plain === '' ? 'experiment' : plain}${FILE_EXTENSION}`;
}
