/** What the buttons over the editor do to a text: plain functions of the text and its selection. */
export const formatIds = ['bold', 'italic', 'link', 'formula', 'heading', 'list'] as const;

export type FormatId = (typeof formatIds)[number];

/** One replacement, and the selection after it, in the text that it makes. */
export interface FormatChange {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  readonly selection: readonly [number, number];
}

type Format = (text: string, from: number, to: number) => FormatChange;

/** Marks on both sides; once more takes them away. */
const between =
  (mark: string, sample: string): Format =>
  (text, from, to) => {
    const size = mark.length;
    const around = text.slice(from - size, from) === mark && text.slice(to, to + size) === mark;
    // ** is not * twice
    const other = size === 1 && text[from - 2] === mark && text[to + 1] === mark;
    if (from >= size && around && !other)
      return {
        from: from - size,
        to: to + size,
        insert: text.slice(from, to),
        selection: [from - size, to - size],
      };
    const inner = from === to ? sample : text.slice(from, to);
    return {
      from,
      to,
      insert: `${mark}${inner}${mark}`,
      selection: [from + size, from + size + inner.length],
    };
  };

const link: Format = (text, from, to) => {
  const words = from === to ? 'words' : text.slice(from, to);
  const address = from + words.length + 3;
  return { from, to, insert: `[${words}](https://)`, selection: [address, address + 'https://'.length] };
};

/** A mark at the beginning of each line touched; once more takes it away. */
const before =
  (mark: string): Format =>
  (text, from, to) => {
    const start = text.lastIndexOf('\n', from - 1) + 1;
    const next = text.indexOf('\n', to);
    const end = next === -1 ? text.length : next;
    const lines = text.slice(start, end).split('\n');
    const marked = lines.every((line) => line.startsWith(mark));
    const insert = lines.map((line) => (marked ? line.slice(mark.length) : mark + line)).join('\n');
    const shift = marked ? -mark.length : mark.length;
    const first = Math.max(start, from + shift);
    return {
      from: start,
      to: end,
      insert,
      selection: [first, Math.max(first, to + shift * lines.length)],
    };
  };

export const formats: { readonly [F in FormatId]: { readonly label: string; readonly apply: Format } } = {
  bold: { label: 'Bold', apply: between('**', 'bold') },
  italic: { label: 'Italic', apply: between('*', 'italic') },
  link: { label: 'Link', apply: link },
  formula: { label: 'Formula', apply: between('$', 'x^2') },
  heading: { label: 'Heading', apply: before('## ') },
  list: { label: 'List', apply: before('- ') },
};

/** Formats by the key pressed with Ctrl or Cmd. */
export const formatKeys: { readonly [key: string]: FormatId } = { b: 'bold', i: 'italic', k: 'link' };
