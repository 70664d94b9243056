import { ArrowUpRight } from 'lucide-react';
import type { MouseEvent } from 'react';
import type { Components } from 'react-markdown';
import { linkOf } from './links.ts';
import { Mathematics } from './Mathematics.tsx';
import { ScrollBox } from './ScrollBox.tsx';

/** A note and its call find each other within the page without its address being touched. */
function goTo(event: MouseEvent<HTMLAnchorElement>): void {
  const target = document.getElementById(event.currentTarget.hash.slice(1));
  if (target === null) return;
  event.preventDefault();
  target.tabIndex = -1;
  target.focus();
}

const writtenIn = (children: unknown): string => (typeof children === 'string' ? children : '');

/**
 * What the elements of a text become; notes carry ids that begin with `prefix`.
 * Every element is made here or is plain prose: none of them asks for anything elsewhere.
 */
export const prosePartsFor = (prefix: string): Components => ({
  a({ children, href = '', id, 'aria-label': label, ...others }) {
    const link = linkOf(href);
    if (link === null) return <span>{children}</span>;
    if (href.startsWith(`#${prefix}`)) {
      const call = 'data-footnote-ref' in others;
      return (
        <a
          href={href}
          id={id}
          aria-label={label}
          onClick={goTo}
          aria-describedby={call ? `${prefix}notes` : undefined}
        >
          {children}
        </a>
      );
    }
    if (link.kind !== 'outside') return <a href={link.href}>{children}</a>;
    return (
      <a href={link.href} target="_blank" rel="noopener noreferrer nofollow">
        {children}
        <ArrowUpRight aria-hidden size="0.7em" />
        <span className="visually-hidden"> (opens a new tab)</span>
      </a>
    );
  },
  code({ className = '', children }) {
    if (className.includes('math-display')) return <Mathematics tex={writtenIn(children)} display />;
    if (className.includes('math-inline')) return <Mathematics tex={writtenIn(children)} display={false} />;
    return <code>{children}</code>;
  },
  pre: ({ children }) => (
    <ScrollBox label="code">
      <pre>{children}</pre>
    </ScrollBox>
  ),
  table: ({ children }) => (
    <ScrollBox label="table">
      <table>{children}</table>
    </ScrollBox>
  ),
  h2({ node, id, children }) {
    if (id === 'footnote-label')
      return (
        <h2 id={`${prefix}notes`} className="visually-hidden">
          Notes
        </h2>
      );
    return <h2 data-depth={node?.properties.dataDepth}>{children}</h2>;
  },
  input: ({ checked }) => (
    <>
      <span aria-hidden>{checked === true ? '☑' : '☐'}</span>
      <span className="visually-hidden">{checked === true ? 'done: ' : 'to do: '}</span>
    </>
  ),
});
