/** Links that can’t be opened: the page says why, and nothing of one’s own is lost. */
import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { expect, RARELY, test } from './fixtures.ts';
import * as notebook from './notebook.ts';

test.use(notebook.clipboard);

/** Closes a packed document with a checksum, as the page does: first 64 bits of SHA-256 of the text before it. */
function sealed(packed: Buffer, version = 1): string {
  const text = `v${version}.${packed.toString('base64url')}`;
  const checksum = createHash('sha256').update(text).digest().subarray(0, 8).toString('base64url');
  return `#${text}.${checksum}`;
}

const packedPart = (link: string): Buffer => Buffer.from(link.split('.')[1], 'base64url');

type Document = Record<string, unknown>;

/** A link whose checksum is right and whose document somebody has changed. */
function forged(link: string, change: (document: Document) => Document): string {
  const document = JSON.parse(inflateRawSync(packedPart(link)).toString()) as Document;
  return sealed(deflateRawSync(JSON.stringify(change(document))));
}

const badLinks: readonly {
  readonly what: string;
  readonly make: (good: string) => string;
  readonly said: RegExp;
}[] = [
  {
    what: 'damaged in one letter',
    make: (good) => good.slice(0, 60) + (good[60] === 'A' ? 'B' : 'A') + good.slice(61),
    said: /missing or altered/,
  },
  { what: 'cut off', make: (good) => good.slice(0, good.length / 2), said: /missing or altered/ },
  {
    what: 'from a later version',
    make: (good) => sealed(packedPart(good), 9),
    said: /link version is 9: this build reads up to 1/,
  },
  {
    what: 'with a document of a later version',
    make: (good) => forged(good, (document) => ({ ...document, version: 9 })),
    said: /document version is 9: this build reads up to 3/,
  },
  {
    what: 'too long',
    make: (good) => good + 'A'.repeat(200_000),
    said: /characters: allowed 100,000/,
  },
  {
    what: 'that unpacks to fifty megabytes',
    make: () => sealed(deflateRawSync(Buffer.alloc(50_000_000))),
    said: /unpacks to more than 1,000,000 bytes/,
  },
  {
    what: 'that asks for more than the page can hold',
    make: (good) =>
      forged(good, (document) => ({ ...document, data: { set: 'moons', count: 1e9, noise: 0, seed: 1 } })),
    said: /count is 1000000000: allowed/,
  },
  {
    what: 'of hostile garbage',
    make: () => '#v1.<script>alert(1)</script>.%00%ff',
    said: /missing or altered/,
  },
];

/** The others are refused in the unit tests, by the same code. */
const EVERY_DAY = ['damaged in one letter'];

for (const { what, make, said } of badLinks) {
  const daily = EVERY_DAY.includes(what) ? {} : RARELY;
  test(`a link ${what} says what is wrong, and my work is still there`, daily, async ({ page }) => {
    await notebook.workOn(page, 'My own work');
    const good = await notebook.fragment(page);
    const tab = await notebook.follow(page, make(good));
    await expect(notebook.refusal(tab)).toBeVisible();
    await expect(tab.getByRole('alert')).toHaveText(said);
    await expect(tab.getByRole('button', { name: 'Start fresh' })).toBeVisible();
    await tab.getByRole('button', { name: 'Open my saved work' }).click();
    await expect(notebook.titleField(tab)).toHaveValue('My own work');
    expect(await notebook.fragment(tab)).toBe(good);
  });
}

test('after a bad link one can start fresh, and still return to the work one had', async ({ page }) => {
  await notebook.workOn(page, 'My own work');
  const tab = await notebook.follow(page, '#v1.nonsense.nonsense');
  await tab.getByRole('button', { name: 'Start fresh' }).click();
  await expect(tab.getByRole('complementary', { name: 'Fresh start' })).toBeVisible();
  await expect(notebook.titleField(tab)).toHaveValue('Two moons');
  await notebook.expectComputed(tab);
  await tab.getByRole('button', { name: 'Return to my work' }).click();
  await expect(notebook.titleField(tab)).toHaveValue('My own work');
});

test('a text from a link is shown as text', async ({ page }) => {
  await notebook.workOn(page, 'My own work');
  const title = '<img src=x onerror=alert(1)>';
  const link = forged(await notebook.fragment(page), (document) => ({ ...document, title }));
  const tab = await notebook.follow(page, link);
  await expect(notebook.titleField(tab)).toHaveValue(title);
  await notebook.expectComputed(tab);
});
