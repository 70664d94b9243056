import type { Measure } from './frame.ts';
import { spansOf } from './richText.ts';

/** Of the size of what stands on the line. */
export const RAISED = 0.75;

/** Widths of texts in a font, by a canvas: asking the page itself would lay it out anew each time. */
export function measureIn(font: string, size: number): Measure {
  const pen = document.createElement('canvas').getContext('2d');
  if (pen === null) return (text) => text.length * size * 0.55;
  pen.font = `${size}px ${font}`;
  return (text) =>
    spansOf(text).reduce(
      (width, span) => width + pen.measureText(span.text).width * (span.shift === null ? 1 : RAISED),
      0,
    );
}
