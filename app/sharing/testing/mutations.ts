import fc from 'fast-check';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.#v%=+/ \u0000é🙂';

type Mutation = (link: string, at: number, other: number, letter: string) => string;

const flipCase = (letter: string): string =>
  letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();

const kinds: Readonly<Record<string, Mutation>> = {
  substitute: (link, at, _other, letter) => link.slice(0, at) + letter + link.slice(at + 1),
  delete: (link, at) => link.slice(0, at) + link.slice(at + 1),
  insert: (link, at, _other, letter) => link.slice(0, at) + letter + link.slice(at),
  swap: (link, at, other) => {
    const letters = [...link];
    [letters[at], letters[other]] = [letters[other] ?? '', letters[at] ?? ''];
    return letters.join('');
  },
  truncate: (link, at) => link.slice(0, at),
  behead: (link, at) => link.slice(at),
  flipCase: (link, at) => link.slice(0, at) + flipCase(link.charAt(at)) + link.slice(at + 1),
  append: (link, _at, other, letter) => link + letter.repeat(1 + (other % 3)),
  repeat: (link, at, other) => link.slice(0, Math.max(at, other)) + link.slice(Math.min(at, other)),
  reverse: (link, at) => link.slice(0, at) + [...link.slice(at)].reverse().join(''),
};

const place = fc.nat(0x3fffffff);

/** Links and what they become when something happens to them on the way; a few come through as they were. */
export const mutations = (links: readonly string[]) =>
  fc.noBias(
    fc
      .record({
        link: fc.constantFrom(...links),
        kind: fc.constantFrom(...Object.keys(kinds)),
        at: place,
        other: place,
        letter: fc.constantFrom(...ALPHABET),
      })
      .map(({ link, kind, at, other, letter }) => {
        const index = (number: number): number => number % link.length;
        return { link, kind, mutant: kinds[kind]?.(link, index(at), index(other), letter) ?? link };
      }),
  );
