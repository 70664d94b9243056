import { renderFormula } from '../../controls/renderFormula.ts';
import { useKatex } from '../../controls/useKatex.ts';
import styles from './Markdown.module.css';
import { ScrollBox } from './ScrollBox.tsx';

/** Definitions let a short formula grow without bound; each formula stands for itself. */
const DEFINES = /\\(?:[egx]?def|(?:future)?let|(?:re)?newcommand|providecommand|global|long)(?![a-zA-Z])/;

export interface MathematicsProps {
  readonly tex: string;
  readonly display: boolean;
}

/** A formula of a text. What can't be set stays as it was written, between its dollar signs. */
export function Mathematics({ tex, display }: MathematicsProps) {
  const renderer = useKatex();
  const mark = display ? '$$' : '$';
  const html = renderer === null || DEFINES.test(tex) ? null : renderFormula(renderer, tex, display);
  const set =
    html === null ? (
      <code className={renderer === null ? styles.waiting : styles.unset}>{`${mark}${tex}${mark}`}</code>
    ) : (
      <span dangerouslySetInnerHTML={{ __html: html }} />
    );
  return display ? <ScrollBox label="formula">{set}</ScrollBox> : set;
}
