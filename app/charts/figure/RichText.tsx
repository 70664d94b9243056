import { RAISED } from './measureText.ts';
import { spansOf } from './richText.ts';

/** Ems up or down. */
const SHIFT = { sup: -0.38, sub: 0.22 } as const;

/** A text with its tags, in HTML. */
export function RichHtml({ text }: { readonly text: string }) {
  return spansOf(text).map(({ text: part, shift }, at) => {
    if (shift === 'sub') return <sub key={at}>{part}</sub>;
    return shift === 'sup' ? <sup key={at}>{part}</sup> : <span key={at}>{part}</span>;
  });
}

/** The same within an SVG text of a size in pixels: what follows a raised part goes back to the line. */
export function RichSvg({ text, size }: { readonly text: string; readonly size: number }) {
  const spans = spansOf(text);
  const height = (at: number): number => {
    const shift = spans[at]?.shift ?? null;
    return shift === null ? 0 : SHIFT[shift] * size;
  };
  return spans.map(({ text: part, shift }, at) => (
    <tspan
      key={at}
      dy={height(at) - height(at - 1) || undefined}
      fontSize={shift === null ? undefined : RAISED * size}
    >
      {part}
    </tspan>
  ));
}
