import type { Experiment } from '../../engine/experiment/document.ts';
import { exactJson } from './json.ts';

export const FILE_EXTENSION = '.hessian.json';

/** The experiment as the text of a file, every number to the last bit. */
export const toFileText = (experiment: Experiment): string => `${exactJson(experiment)}\n`;

/** `Two moons` → `two-moons.hessian.json`; `untitled` where the title has no letters. */
export function fileName(title: string, untitled = 'experiment'): string {
  const plain = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return `${plain === '' ? untitled : plain}${FILE_EXTENSION}`;
}

/** Hands a text out as a file of this name, which it returns. */
export function downloadText(name: string, text: string): string {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
  return link.download;
}
