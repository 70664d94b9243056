import fc from 'fast-check';
import { deflateSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type Notebook, NOTEBOOK_VERSION } from '../../../engine/notebook/notebook.ts';
import { decodeLink, encodeLink } from '../../sharing/link.ts';
import { exactJson } from '../../sharing/json.ts';
import { readAnyFile } from '../../sharing/readFile.ts';
import { experiments } from '../../sharing/testing/experiments.ts';
import { toFileText } from '../../sharing/file.ts';
import { startingExperiment } from '../../state/startingExperiment.ts';
import { notebooks } from '../testing/notebooks.ts';
import { notebookFileText } from './file.ts';
import { decodeNotebookLink, MAX_NOTEBOOK_LINK, notebookLink, sealNotebookLink } from './link.ts';

const pack = (text: string) => deflateSync(strToU8(text));

function fragmentOf(notebook: Notebook): string {
  const link = notebookLink(notebook);
  if (link.kind === 'too-long') throw new Error(link.message);
  return link.fragment;
}

function opened(fragment: string): Notebook {
  const decoded = decodeNotebookLink(fragment);
  if (!decoded.ok) throw new Error(decoded.message);
  return decoded.notebook;
}

const notebook: Notebook = {
  version: NOTEBOOK_VERSION,
  title: 'Curvature',
  cells: [
    { id: 'c1', kind: 'text', text: '# Why\n\n$H_{ij}$' },
    { id: 'c2', kind: 'experiment', experiment: startingExperiment, panels: ['data', 'network'] },
    { id: 'c3', kind: 'matrices' },
  ],
};
const texts = (count: number, length: number): Notebook => ({
  ...notebook,
  // digits of sines, which pack badly
  cells: Array.from({ length: count }, (_, n) => ({
    id: `c${n}`,
    kind: 'text' as const,
    text: Array.from({ length: length / 10 }, (_value, k) => String(Math.sin(n * length + k)).slice(-10))
      .join('')
      .slice(0, length),
  })),
});

describe('round trip', () => {
  it('any notebook comes back to the last bit, by link where it fits and by file', () => {
    let links = 0;
    fc.assert(
      fc.property(notebooks, (any) => {
        const link = notebookLink(any);
        if (link.kind === 'link') {
          links += 1;
          expect(link.characters).toBe(link.fragment.length);
          expect(opened(link.fragment)).toStrictEqual(any); // Object.is on numbers
        } else expect(link.characters).toBeGreaterThan(MAX_NOTEBOOK_LINK);
        expect(readAnyFile(notebookFileText(any))).toStrictEqual({ kind: 'notebook', notebook: any });
      }),
      { numRuns: 300 },
    );
    expect(links).toBeGreaterThan(200);
  });

  it('a page with an experiment is a link for a message', () => {
    expect(fragmentOf(notebook)).toMatch(/^#n1\.[\w-]+\.[\w-]{11}$/);
    expect(fragmentOf(notebook).length).toBeLessThan(3000);
  });

  it('the same notebook gives the same link, whatever the order of its fields', () => {
    const turned = Object.fromEntries(Object.entries(notebook).reverse()) as unknown as Notebook;
    expect(fragmentOf(turned)).toBe(fragmentOf(notebook));
  });

  it('an experiment’s file is an experiment', () => {
    fc.assert(
      fc.property(experiments, (experiment) => {
        expect(readAnyFile(toFileText(experiment))).toStrictEqual({ kind: 'experiment', experiment });
      }),
      { numRuns: 50 },
    );
  });
});

describe('what does not fit', () => {
  it('says how long the link would be, and the way out', () => {
    const link = notebookLink(texts(10, 10_000));
    expect(link).toMatchObject({
      kind: 'too-long',
      message: expect.stringMatching(
        /^the link has \d\d,\d{3} characters: allowed 32,000\. Download the notebook as a file instead\.$/,
      ) as string,
    });
    expect(link.characters).toBeGreaterThan(MAX_NOTEBOOK_LINK);
  });

  it('is not packed at all when even its text is too much', () => {
    const link = notebookLink(texts(120, 20_000));
    expect(link).toMatchObject({ kind: 'too-long' });
    expect(link.characters).toBeGreaterThan(2_000_000);
    expect(link.kind === 'too-long' ? link.message : '').toContain('allowed 2,000,000');
  });

  it('an invalid notebook makes no link', () => {
    const cells = [...notebook.cells, ...notebook.cells];
    expect(() => notebookLink({ ...notebook, cells })).toThrow('cells[3].id is taken: c1');
  });
});

it('links of the two kinds are not taken for each other', () => {
  expect(decodeLink(fragmentOf(notebook))).toMatchObject({ ok: false, reason: 'damaged' });
  expect(decodeNotebookLink(encodeLink(startingExperiment))).toMatchObject({ ok: false, reason: 'damaged' });
});

describe('hostile links with a right checksum', () => {
  it.each([
    [
      'a bomb',
      sealNotebookLink(deflateSync(new Uint8Array(20_000_000).fill(32), { level: 9 })),
      'too-large',
      'unpacks to more',
    ],
    ['over the length', `#n1.${'A'.repeat(MAX_NOTEBOOK_LINK)}.AAAAAAAAAAA`, 'too-large', 'allowed 32,000'],
    ['a newer link', sealNotebookLink(pack('{}'), 2), 'newer', 'link version is 2'],
    ['a newer notebook', sealNotebookLink(pack('{"version":7}')), 'newer', 'document version is 7'],
    [
      'an experiment',
      sealNotebookLink(pack(exactJson(startingExperiment))),
      'newer',
      'document version is 3',
    ],
    ['no JSON', sealNotebookLink(pack('{"version":')), 'damaged', 'can’t be read'],
    ['no deflate', sealNotebookLink(Uint8Array.of(7, 7, 7)), 'damaged', 'can’t be unpacked'],
    ['null', sealNotebookLink(pack('null')), 'invalid', 'document is null'],
    ['deep nesting', sealNotebookLink(pack('['.repeat(400_000))), 'damaged', 'can’t be read'],
    [
      'deep nesting in a cell',
      sealNotebookLink(pack(`{"version":1,"cells":[${'['.repeat(5000)}${']'.repeat(5000)}]}`)),
      'invalid',
      'missing field: cells[0].kind',
    ],
    [
      'many cells',
      sealNotebookLink(pack(`{"version":1,"cells":[${'0,'.repeat(900_000)}0]}`)),
      'invalid',
      'cells has 900001 entries',
    ],
    [
      'a long text',
      sealNotebookLink(
        pack(`{"version":1,"cells":[{"id":"a","kind":"text","text":"${'x'.repeat(1_900_000)}"}]}`),
      ),
      'invalid',
      'cells[0].text has 1900000 characters',
    ],
  ])('%s is refused with a sentence', (_name, fragment, reason, message) => {
    const decoded = decodeNotebookLink(fragment);
    expect(decoded).toMatchObject({ ok: false, reason });
    expect(decoded.ok ? '' : decoded.message).toContain(message);
  });
});
