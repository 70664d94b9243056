import { renderFormula } from './renderFormula.ts';
import { useKatex } from './useKatex.ts';

export interface FormulaProps {
  readonly tex: string;
  readonly display?: boolean;
  /** As large as displayed, but broken at relations and wide gaps where the place is narrow. */
  readonly breaks?: boolean;
  /** Read aloud in place of the formula. */
  readonly label?: string;
}

const breakable = (tex: string): string =>
  `\\displaystyle ${tex.replaceAll(String.raw`\qquad`, String.raw`\quad\allowbreak `)}`;

/** A formula set by KaTeX; what can't be set is shown as it was written. */
export function Formula({ tex, display = false, breaks = false, label }: FormulaProps) {
  const renderer = useKatex();
  const named = label === undefined ? {} : ({ role: 'img', 'aria-label': label } as const);
  if (renderer === null) return <span className="katex">&nbsp;</span>;
  const html = renderFormula(renderer, breaks ? breakable(tex) : tex, display);
  if (html === null) return <code {...named}>{tex.slice(0, 200)}</code>;
  return <span {...named} dangerouslySetInnerHTML={{ __html: html }} />;
}
