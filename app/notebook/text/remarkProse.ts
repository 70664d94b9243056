import type { TextNode } from './textNode.ts';
import { treeExcess } from './treeBounds.ts';

/** Thrown for a text that is shown as it was written; the message says why. */
export class TooMuch extends Error {
  override readonly name = 'TooMuch';
}

const SHOWN = 120;

const shortened = (url: string): string => (url.length > SHOWN ? `${url.slice(0, SHOWN)}…` : url);

const text = (value: string): TextNode => ({ type: 'text', value });

/** HTML is no part of a text: its marks are shown. */
const asText = ({ value = '' }: TextNode, parent: TextNode): TextNode =>
  ['root', 'blockquote', 'listItem', 'footnoteDefinition'].includes(parent.type)
    ? { type: 'paragraph', children: [text(value)] }
    : text(value);

/** A picture would be asked for elsewhere as soon as the page opens: a sentence stands in its place. */
function leftOut(alt: string, url: string): TextNode {
  const from = /^data:/i.test(url)
    ? 'picture left out'
    : `picture from elsewhere left out: ${shortened(url)}`;
  return {
    type: 'leftOut',
    data: {
      hName: 'span',
      hProperties: { dataPart: 'left-out' },
      hChildren: [text(alt === '' ? from : `${alt} (${from})`)],
    },
  };
}

const formula = (value: string, display: boolean): object => ({
  type: 'element',
  tagName: 'code',
  properties: { className: [display ? 'math-display' : 'math-inline'] },
  children: [text(value)],
});

/** Double dollars display a formula, on lines of their own or within a paragraph. */
function mathematics(node: TextNode, source: string): TextNode {
  const { value = '' } = node;
  if (node.type === 'math')
    return { type: 'formula', data: { hName: 'p', hChildren: [formula(value, true)] } };
  const display = source.startsWith('$$', node.position?.start.offset ?? 0);
  return {
    type: 'formula',
    data: {
      hName: 'span',
      hProperties: { dataPart: 'formula' },
      hChildren: [formula(value, display)],
    },
  };
}

/** A quote whose first line is bold is a box with that line as its label: "Try it". */
function labelled(quote: TextNode): TextNode {
  const [first] = quote.children ?? [];
  const [label, after] = first?.children ?? [];
  const alone = after === undefined || after.type === 'break' || /^[ \t]*\n/.test(after.value ?? '');
  if (first?.type !== 'paragraph' || label?.type !== 'strong' || !alone) return quote;
  label.data = { hName: 'strong', hProperties: { dataPart: 'label' } };
  if (after?.type === 'break') first.children?.splice(1, 1);
  return { ...quote, data: { hName: 'div', hProperties: { dataPart: 'box' } } };
}

/** The page's title is its only h1. */
const heading = (node: TextNode): TextNode => ({
  ...node,
  data: {
    hName: `h${Math.max(2, node.depth ?? 2)}`,
    hProperties: { dataDepth: String(node.depth ?? 2) },
  },
});

function addressesOf(tree: TextNode): ReadonlyMap<string, string> {
  const addresses = new Map<string, string>();
  const collect = (node: TextNode): void => {
    const { identifier, url } = node;
    if (node.type === 'definition' && identifier !== undefined && url !== undefined)
      if (!addresses.has(identifier)) addresses.set(identifier, url);
    node.children?.forEach(collect);
  };
  collect(tree);
  return addresses;
}

/**
 * From what was parsed to what is drawn: formulas, labelled boxes, headings below the page's title; HTML as text
 * and a sentence for every picture.
 * @throws {TooMuch} when there is more than is drawn at once.
 */
export function remarkProse() {
  return (tree: TextNode, file: { readonly value: unknown }): void => {
    const excess = treeExcess(tree);
    if (excess !== null) throw new TooMuch(excess);
    const source = String(file.value);
    const addresses = addressesOf(tree);
    const replaced = (node: TextNode, parent: TextNode): TextNode => {
      const { type, alt, url } = node;
      if (type === 'html') return asText(node, parent);
      if (type === 'math' || type === 'inlineMath') return mathematics(node, source);
      if (type === 'image') return leftOut(alt ?? '', url ?? '');
      if (type === 'imageReference') return leftOut(alt ?? '', addresses.get(node.identifier ?? '') ?? '');
      if (type === 'heading') return heading(node);
      return type === 'blockquote' ? labelled(node) : node;
    };
    const walk = (node: TextNode): void => {
      node.children = node.children?.map((child) => replaced(child, node)) ?? [];
      node.children.forEach(walk);
    };
    walk(tree);
  };
}
