import { deflateSync, strToU8 } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Experiment } from '../../engine/experiment/document.ts';
import { topologyOf } from '../../engine/network/topology.ts';
import { parseExperiment } from '../../engine/experiment/validate.ts';
import { startingExperiment } from '../state/startingExperiment.ts';
import { toFileText } from './file.ts';
import { inflateCapped, TooLargeError } from './inflate.ts';
import { exactJson } from './json.ts';
import { decodeLink, encodeLink, linkChecksum, MAX_LINK, sealLink } from './link.ts';
import { readAnyFile } from './readFile.ts';
import { experiments, sameToTheBit } from './testing/experiments.ts';

const pack = (text: string) => deflateSync(strToU8(text));

function opened(fragment: string): Experiment {
  const decoded = decodeLink(fragment);
  if (!decoded.ok) throw new Error(decoded.message);
  return decoded.experiment;
}

describe('round trip', () => {
  it('every number of every document comes back to the last bit, by link and by file', () => {
    fc.assert(
      fc.property(experiments, (experiment) => {
        sameToTheBit(opened(encodeLink(experiment)), experiment);
        const file = readAnyFile(toFileText(experiment));
        if (file.kind === 'experiment') sameToTheBit(file.experiment, experiment);
        else expect.unreachable('an experiment was taken for a notebook');
      }),
      { numRuns: 300 },
    );
  });

  it('−0, subnormals and 1e150 survive', () => {
    const extremes = [-0, 0, 5e-324, -5e-324, 2.2250738585072014e-308, 1e150, -1e150, 0.1 + 0.2, 1 / 3];
    const parameters = startingExperiment.parameters.map((w, n) => extremes[n] ?? w);
    const back = opened(encodeLink({ ...startingExperiment, parameters })).parameters;
    parameters.forEach((w, n) => expect(Object.is(back[n], w)).toBe(true));
  });

  it('a title that looks like the mark of −0 stays a title', () => {
    const title = String.raw`"\u0000-0"`;
    expect(opened(encodeLink({ ...startingExperiment, title })).title).toBe(title);
  });

  it('the same experiment gives the same link, whatever the order of its fields', () => {
    const { view, ...rest } = startingExperiment;
    const turned = { view: Object.fromEntries(Object.entries(view).reverse()), ...rest } as Experiment;
    expect(encodeLink(turned)).toBe(encodeLink(startingExperiment));
  });

  it('the first experiment makes a link short enough for a message', () => {
    expect(encodeLink(startingExperiment).length).toBeLessThan(3000);
    expect(linkChecksum(encodeLink(startingExperiment))).toMatch(/^[\w-]{11}$/);
  });
});

describe('what does not fit', () => {
  const inputs = Array.from({ length: 2000 }, (_, n) => [Math.sin(n), Math.cos(n * n)]);
  const data = { inputs, targets: inputs.map(([x]) => [Number((x ?? 0) > 0)]) };

  it('a document too large for a link says its size and the way out', () => {
    const noisy = {
      ...data,
      inputs: inputs.map(([x, y]) => [Math.tan((x ?? 0) * 1e6), Math.tan((y ?? 0) * 1e6)]),
    };
    const wide = {
      ...startingExperiment,
      data: { ...noisy, targets: noisy.inputs.map(([x]) => [x ?? 0]) },
      loss: { kind: 'sum-of-squares', reduction: 'sum' },
      network: {
        input: [2],
        layers: [
          { name: 'h', kind: 'dense', units: 250, activation: 'tanh', from: ['input'] },
          { name: 'g', kind: 'dense', units: 50, activation: 'tanh', from: ['h'] },
          { name: 'y', kind: 'dense', units: 1, activation: 'identity', from: ['g'] },
        ],
      },
      parameters: { seed: 1, scale: 1 },
    };
    expect(() => encodeLink(parseExperiment(wide))).toThrow(
      /^the link has \d{3},\d{3} characters: allowed 100,000\. Download/,
    );
  });

  it('an invalid document makes no link', () => {
    expect(() => encodeLink({ ...startingExperiment, parameters: [1, 2] })).toThrow(
      'parameters has 2 entries',
    );
  });

  it('a fragment over the limit is refused by its length', () => {
    const decoded = decodeLink(`#v1.${'A'.repeat(MAX_LINK)}.AAAAAAAAAAA`);
    expect(decoded).toMatchObject({ ok: false, reason: 'too-large' });
  });
});

describe('hostile links with a right checksum', () => {
  const bomb = deflateSync(new Uint8Array(70_000_000).fill(32), { level: 9 });

  it('a decompression bomb is refused', () => {
    const link = sealLink(bomb);
    expect(link.length).toBeLessThan(MAX_LINK);
    expect(decodeLink(link)).toMatchObject({ ok: false, reason: 'too-large' });
  });

  it('a bomb of 70 megabytes is put down after its first kilobyte or so', () => {
    const bytes = Uint8Array.from(bomb);
    const reads = vi.spyOn(bytes, 'subarray');
    expect(() => inflateCapped(bytes, 1_000_000)).toThrow(TooLargeError);
    expect(reads.mock.calls.length).toBeLessThan(12);
  });

  it.each([
    ['a newer link', sealLink(pack('{}'), 2), 'newer', 'link version is 2: this build reads up to 1'],
    ['a newer document', sealLink(pack('{"version":7}')), 'newer', 'document version is 7'],
    ['no JSON', sealLink(pack('{"version":')), 'damaged', 'can’t be read'],
    ['no UTF-8', sealLink(deflateSync(Uint8Array.of(0xff, 0xfe))), 'damaged', 'can’t be unpacked'],
    ['no deflate', sealLink(Uint8Array.of(7, 7, 7)), 'damaged', 'can’t be unpacked'],
    [
      'truncated deflate',
      sealLink(pack(exactJson(startingExperiment)).subarray(0, -40)),
      'damaged',
      'can’t be',
    ],
    ['null', sealLink(pack('null')), 'invalid', 'document is null'],
    ['deep nesting', sealLink(pack('['.repeat(200_000))), 'damaged', 'can’t be read'],
    ['many rows', sealLink(pack(`{"version":1,"network":[${'0,'.repeat(400_000)}0]}`)), 'invalid', 'network'],
  ])('%s is refused with a sentence', (_name, fragment, reason, message) => {
    const decoded = decodeLink(fragment);
    expect(decoded).toMatchObject({ ok: false, reason });
    expect(decoded.ok ? '' : decoded.message).toContain(message);
  });

  it('any damage to the JSON gives a valid document or a sentence', () => {
    const json = exactJson(startingExperiment);
    const junk = fc.constantFrom(
      '-',
      '9',
      '"',
      '}',
      '{',
      '[',
      ']',
      ',',
      ':',
      'null',
      '1e999',
      '"__proto__":1,',
      '\\',
      '0',
    );
    const edits = fc.array(fc.tuple(fc.nat(json.length - 1), fc.nat(3), junk), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(edits, (changes) => {
        let text = json;
        for (const [at, remove, insert] of changes)
          text = text.slice(0, at) + insert + text.slice(at + remove);
        const decoded = decodeLink(sealLink(pack(text)));
        if (decoded.ok)
          expect(decoded.experiment.parameters).toHaveLength(topologyOf(decoded.experiment.network).W);
        else expect(decoded.message).not.toBe('');
      }),
      { numRuns: 2000 },
    );
  });

  it('any JSON value at any place gives a valid document or a sentence', () => {
    const keys = Object.keys(startingExperiment) as (keyof Experiment)[];
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.jsonValue({ maxDepth: 4 }), (key, value) => {
        const decoded = decodeLink(sealLink(pack(JSON.stringify({ ...startingExperiment, [key]: value }))));
        if (!decoded.ok) expect(decoded.message).not.toBe('');
      }),
      { numRuns: 1000 },
    );
  });
});
