import type { ReactNode } from 'react';
import parseAndDraw from 'react-markdown';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import { textExcess } from './bounds.ts';
import { linkOf } from './links.ts';
import { prosePartsFor } from './proseParts.tsx';
import { remarkProse, TooMuch } from './remarkProse.ts';

/** A text drawn, or the reason why it is shown as it was written. */
export type Rendered = { readonly drawn: ReactNode } | { readonly refused: string };

const plugins = [remarkGfm, remarkMath, remarkProse];

const safeAddress = (url: string): string => linkOf(url)?.href ?? '';

/**
 * Markdown (CommonMark, tables, notes) with mathematics, as elements. Never throws and never takes long: what
 * there is too much of is counted before and after parsing. `prefix` begins the ids of its notes.
 */
export function renderMarkdown(source: string, prefix: string): Rendered {
  const excess = textExcess(source);
  if (excess !== null) return { refused: excess };
  try {
    return {
      drawn: parseAndDraw({
        children: source,
        remarkPlugins: plugins,
        remarkRehypeOptions: { clobberPrefix: prefix },
        urlTransform: safeAddress,
        components: prosePartsFor(prefix),
      }),
    };
  } catch (problem) {
    return { refused: problem instanceof TooMuch ? problem.message : 'it is nested too deeply' };
  }
}
