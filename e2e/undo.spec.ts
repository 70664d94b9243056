/** Undo, redo, reset, and work that is still there after a reload. */
import type { Page } from '@playwright/test';
import { expect, RARELY, test } from './fixtures.ts';
import * as notebook from './notebook.ts';
import { openPage } from './steps.ts';

test.use(notebook.clipboard);

const undo = (page: Page) => page.getByRole('banner').getByRole('button', { name: 'Undo', exact: true });
const redo = (page: Page) => page.getByRole('banner').getByRole('button', { name: 'Redo', exact: true });

/** Changes of every kind, none of which takes the selected weight away. */
const changes: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'drag a weight': (page) => notebook.dragWeight(page, 3, 60),
  'other data': (page) => page.getByRole('combobox', { name: 'Data set' }).selectOption('Circles'),
  'more units': (page) => notebook.setUnits(page, 'hidden1', 7),
  'one more layer': (page) => page.getByRole('button', { name: '+ Layer' }).click(),
  'other loss': (page) => page.getByRole('combobox', { name: 'Loss' }).selectOption('Sum of squares'),
  'mean of the errors': (page) => page.getByRole('radio', { name: 'mean' }).click(),
  'one matrix less': (page) => notebook.toggleMatrix(page, 'Residual'),
  'a scale for each': (page) => page.getByRole('radio', { name: 'each' }).click(),
  'a training run': (page) => notebook.trainFor(page, 4),
};

test('every change is one step: undo goes back through all of them, redo forward again', async ({ page }) => {
  await openPage(page);
  await notebook.clickWeight(page, 3);
  const states = [await notebook.fragment(page)];
  for (const [name, change] of Object.entries(changes)) {
    await test.step(name, () => change(page));
    const state = await notebook.fragment(page);
    expect(state, name).not.toBe(states.at(-1));
    states.push(state);
  }
  for (const state of states.slice(0, -1).reverse()) {
    await undo(page).click();
    expect(await notebook.fragment(page)).toBe(state);
  }
  await expect(undo(page)).toBeDisabled();
  for (const state of states.slice(1)) {
    await redo(page).click();
    expect(await notebook.fragment(page)).toBe(state);
  }
  await expect(redo(page)).toBeDisabled();
});

test('undo brings the very same pictures back', RARELY, async ({ page }) => {
  await openPage(page);
  const before = await notebook.pictures(page);
  await notebook.dragWeight(page, 3, 60);
  await notebook.expectRepainted(page, before);
  await undo(page).click();
  await expect.poll(() => notebook.pictures(page)).toEqual(before);
});

test('the keyboard undoes and redoes', async ({ page }) => {
  await openPage(page);
  const set = page.getByRole('combobox', { name: 'Data set' });
  await set.selectOption('XOR');
  await page.keyboard.press('Control+z');
  await expect(set).toHaveValue('moons');
  await page.keyboard.press('Control+Shift+z');
  await expect(set).toHaveValue('xor');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+y');
  await expect(set).toHaveValue('xor');
});

test('an opened example and a fresh start can be undone', RARELY, async ({ page }) => {
  await openPage(page);
  await notebook.retitle(page, 'My own work');
  const mine = await notebook.pictures(page);

  await notebook.openExample(page, 0);
  await expect(notebook.titleField(page)).not.toHaveValue('My own work');
  await undo(page).click();
  await expect(notebook.titleField(page)).toHaveValue('My own work');
  await expect.poll(() => notebook.pictures(page)).toEqual(mine);

  await page.getByRole('button', { name: 'File', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Start fresh' }).click();
  await expect(notebook.titleField(page)).toHaveValue('Two moons');
  await notebook.notices(page).getByRole('button', { name: 'Undo' }).last().click();
  await expect(notebook.titleField(page)).toHaveValue('My own work');
});

test('a run can be taken back to the very weights it began from', async ({ page }) => {
  await openPage(page);
  await notebook.dragWeight(page, 3, 60);
  const start = await notebook.fragment(page);
  await notebook.trainFor(page, 4);
  await page.getByRole('button', { name: 'Back to the weights this run began from' }).click();
  await expect.poll(() => notebook.stepsTaken(page)).toBe(0);
  expect(await notebook.fragment(page)).toBe(start);
});

test('a reload in the middle of the work loses nothing, nor the error curve', async ({ page }) => {
  await openPage(page);
  await notebook.dragWeight(page, 3, 60);
  await notebook.trainFor(page, 6);
  await notebook.retitle(page, 'My own work');
  const steps = await notebook.stepsTaken(page);
  const curve = await page.getByRole('img', { name: /^Error between/ }).getAttribute('aria-label');
  const before = await notebook.fragment(page);

  await page.reload();
  await notebook.expectComputed(page);
  await expect(notebook.titleField(page)).toHaveValue('My own work');
  expect(await notebook.stepsTaken(page)).toBe(steps);
  await expect(page.getByRole('img', { name: curve ?? '' })).toBeVisible();
  expect(await notebook.fragment(page)).toBe(before);
});

test('a change made just before the page is closed is kept', async ({ page }) => {
  await openPage(page);
  await page.getByRole('combobox', { name: 'Data set' }).selectOption('XOR');
  await page.reload();
  await expect(page.getByRole('combobox', { name: 'Data set' })).toHaveValue('xor');
});
