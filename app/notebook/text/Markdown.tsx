import { useId, useMemo } from 'react';
import { lazyCode } from './lazyCode.ts';
import styles from './Markdown.module.css';

export interface MarkdownProps {
  readonly source: string;
}

const drawing = lazyCode(async () => (await import('./renderMarkdown.tsx')).renderMarkdown);

/** Fetches the code that draws texts, ahead of the first of them. */
export const askForMarkdown = drawing.ask;

function AsWritten({ source, why }: { readonly source: string; readonly why: string }) {
  return (
    <>
      <p className={styles.why}>This text is shown as it was written: {why}.</p>
      {/* long ones scroll, by keys too */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.written} role="region" aria-label="Text as written" tabIndex={0}>
        {source}
      </div>
    </>
  );
}

/**
 * A text of the notebook. It holds the text's place until the code that draws it is there; a text that would take
 * too long is shown as it was written, with the reason.
 */
export function Markdown({ source }: MarkdownProps) {
  const { code: render, failed } = drawing.useCode();
  const id = useId();
  const rendered = useMemo(() => render?.(source, `note${id}`) ?? null, [render, source, id]);
  if (rendered === null && !failed)
    return (
      <div className={`${styles.prose} ${styles.waiting}`} aria-busy>
        {source}
      </div>
    );
  return (
    <div className={styles.prose}>
      {rendered === null ? (
        <AsWritten source={source} why="the code that sets it could not be loaded" />
      ) : 'refused' in rendered ? (
        <AsWritten source={source} why={rendered.refused} />
      ) : (
        rendered.drawn
      )}
    </div>
  );
}
