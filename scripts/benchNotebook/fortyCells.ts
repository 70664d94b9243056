/** A notebook of 40 cells: ten experiments, ten galleries, twenty texts. */
import type { Page } from '@playwright/test';
import { liveExperiments } from '../benchLive/experiments.ts';

export const CELLS = 40;

/** The live benchmark's smallest experiment, ten times. */
function fortyCells(): object {
  const [{ document: experiment }] = liveExperiments;
  const cells = Array.from({ length: CELLS }, (_, at) => {
    const id = `c${at}`;
    if (at % 4 === 0) return { id, kind: 'experiment', experiment, panels: ['data', 'network', 'training'] };
    if (at % 4 === 1) return { id, kind: 'matrices' };
    return { id, kind: 'text', text: `## Text ${at}\n\nWith $x_{${at}}$ and\n\n$$\nH_{ij}=\\sum_n g_n\n$$` };
  });
  return { version: 1, title: 'Forty cells', cells };
}

/** Opens the notebook as a person does; it is kept from then on. @returns its address */
export async function keepNotebook(page: Page, url: string): Promise<string> {
  await page.goto(url);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'File', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Open file' }).click();
  const buffer = Buffer.from(JSON.stringify(fortyCells()));
  await (await chooser).setFiles({ name: 'forty.hessian.json', mimeType: 'application/json', buffer });
  await page.waitForURL(/#notebook\/[0-9a-f]+$/);
  await page.locator('article canvas').first().waitFor();
  return page.url();
}
