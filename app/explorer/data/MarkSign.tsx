import { type MarkShape, outlines } from './markPaths.ts';

/** A mark of the plot beside a word. */
export function MarkSign({ shape, colour }: { readonly shape: MarkShape; readonly colour: string }) {
  return (
    <svg width={10} height={10} aria-hidden>
      <path d={outlines[shape](5, 5, 3.4)} fill={colour} />
    </svg>
  );
}
