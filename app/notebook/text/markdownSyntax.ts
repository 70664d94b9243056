import { commonmarkLanguage, markdownKeymap, pasteURLAsLink } from '@codemirror/lang-markdown';
import { HighlightStyle, Language, syntaxHighlighting } from '@codemirror/language';
import { Prec } from '@codemirror/state';
import type { Extension } from '@codemirror/state';
import { keymap } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { GFM, MarkdownParser } from '@lezer/markdown';
import type { MarkdownConfig } from '@lezer/markdown';

const DOLLAR = 36;
const BACKSLASH = 92;
const SPACE = 32;
/** Characters within which a formula that begins is looked for its end. */
const REACH = 500;

const mathematics: MarkdownConfig = {
  defineNodes: [{ name: 'Mathematics', style: tags.special(tags.string) }],
  parseInline: [
    {
      name: 'Mathematics',
      before: 'Emphasis',
      parse(context, next, start) {
        if (next !== DOLLAR) return -1;
        const size = context.char(start + 1) === DOLLAR ? 2 : 1;
        const first = start + size;
        if (size === 1 && context.char(first) === SPACE) return -1;
        const last = Math.min(context.end, first + REACH);
        for (let at = first; at < last; at += 1) {
          const character = context.char(at);
          if (character === BACKSLASH) at += 1;
          else if (character === DOLLAR && (size === 1 || context.char(at + 1) === DOLLAR))
            return context.addElement(context.elt('Mathematics', start, at + size));
        }
        return -1;
      },
    },
  ],
};

const { data, parser } = commonmarkLanguage;
if (!(parser instanceof MarkdownParser))
  throw new Error('internal: the Markdown language has another parser');

/** Markdown as it is drawn, with mathematics between dollar signs. HTML is text here: its parsers stay away. */
const language = new Language(data, parser.configure([GFM, mathematics]), [], 'markdown');

const colours = HighlightStyle.define([
  { tag: tags.heading, fontWeight: '600', color: 'var(--ink)' },
  { tag: tags.strong, fontWeight: '700' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.strikethrough, textDecoration: 'line-through' },
  { tag: tags.link, color: 'var(--accent)' },
  { tag: [tags.url, tags.labelName, tags.contentSeparator], color: 'var(--ink-3)' },
  { tag: tags.special(tags.string), color: 'var(--positive)' },
  { tag: [tags.monospace, tags.quote], color: 'var(--ink-2)' },
  { tag: [tags.processingInstruction, tags.character], color: 'var(--ink-3)' },
]);

/** Colours, lists that go on with the next line, and addresses that become links of the words they replace. */
export const markdownSyntax: Extension = [
  language.extension,
  Prec.high(keymap.of(markdownKeymap)),
  pasteURLAsLink,
  syntaxHighlighting(colours),
];
