import katex from 'katex';
import { createElement, Fragment } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { renderFormula } from '../../controls/renderFormula.ts';
import { linkOf } from './links.ts';
import { renderMarkdown } from './renderMarkdown.tsx';
import { hostile } from './testing/hostile.ts';

function html(source: string): string {
  const rendered = renderMarkdown(source, 'note');
  if ('refused' in rendered) throw new Error(rendered.refused);
  return renderToStaticMarkup(createElement(Fragment, null, rendered.drawn));
}

const attributes = (markup: string, name: string): string[] =>
  [...markup.matchAll(new RegExp(`<[^>]*?\\s${name}="([^"]*)"`, 'g'))].map(([, value = '']) =>
    value.replaceAll('&amp;', '&'),
  );

describe('a text drawn', () => {
  it('has headings below the title of the page', () => {
    expect(html('# a\n\n## b\n\n### c')).toBe(
      '<h2 data-depth="1">a</h2>\n<h2 data-depth="2">b</h2>\n<h3 data-depth="3">c</h3>',
    );
  });

  it('makes a box of a quote whose first line is bold', () => {
    const box = '<div data-part="box">\n<p><strong data-part="label">Try it</strong>';
    expect(html('> **Try it**\n> Raise the noise.')).toContain(`${box}\nRaise the noise.</p>`);
    expect(html('> **Try it**\n>\n> Raise.')).toContain(`${box}</p>\n<p>Raise.</p>`);
    expect(html('> **Not** so')).toContain('<blockquote>');
  });

  it('displays formulas between double dollars, also within a line', () => {
    expect(html('$$\nx\n$$')).toContain('$$x$$');
    expect(html('a $$x$$ b')).toContain('$$x$$');
    expect(html('a $x$ b')).toMatch(/[^$]\$x\$[^$]/);
  });

  it('shows HTML and keeps pictures out, with their addresses', () => {
    expect(html('<b>a</b>')).toBe('<p>&lt;b&gt;a&lt;/b&gt;</p>');
    expect(html('![alt](http://e.x/a.png)')).toContain(
      'alt (picture from elsewhere left out: http://e.x/a.png)',
    );
    expect(html('![][b]\n\n[b]: http://e.x/a.png')).toContain(
      'picture from elsewhere left out: http://e.x/a.png',
    );
  });

  it('opens links to elsewhere apart, links within the page in place', () => {
    expect(html('[a](https://e.x)')).toContain(
      '<a href="https://e.x" target="_blank" rel="noopener noreferrer nofollow">',
    );
    expect(html('[a](#page/b)')).toBe('<p><a href="#page/b">a</a></p>');
    expect(html('[a](javascript:alert(1))')).toBe('<p><span>a</span></p>');
  });

  it('numbers notes by ids of its own', () => {
    const markup = html('a[^1]\n\n[^1]: b');
    expect(attributes(markup, 'id')).toEqual(['notefnref-1', 'notenotes', 'notefn-1']);
    expect(attributes(markup, 'href')).toEqual(['#notefn-1', '#notefnref-1']);
  });

  it('refuses what grows when it is drawn', () => {
    const wide = `${'|a'.repeat(60)}\n${'|-'.repeat(60)}\n${'|\n'.repeat(60)}`;
    expect(renderMarkdown(wide, '')).toEqual({ refused: '3,660 table cells, at most 2,000 are set' });
    expect(renderMarkdown('$a$\n\n'.repeat(401), '')).toEqual({
      refused: '401 formulas, at most 400 are set',
    });
  });
});

describe('hostile texts', () => {
  it.each(hostile)('$name', ({ source }) => {
    const rendered = renderMarkdown(source, 'note');
    if ('refused' in rendered) {
      expect(rendered.refused).not.toBe('');
      return;
    }
    const markup = html(source);
    expect(markup.length).toBeLessThan(600_000);
    expect(markup).not.toMatch(/<(img|script|iframe|style|object|embed|meta|base|form|video|audio|link)\b/i);
    expect(markup).not.toMatch(/<[^>]*\s(src|srcset|on[a-z]+|style|poster|background|action)=/i);
    for (const href of attributes(markup, 'href')) expect(linkOf(href)).not.toBeNull();
  });

  it('have no formula that leaves the page or grows without bound', () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    for (const { source } of hostile)
      for (const [, tex = ''] of source.slice(0, 2_000).matchAll(/\$([^$]+)\$/g)) {
        if (/\\(def|let)/.test(tex)) continue;
        const set = renderFormula(katex, tex, false) ?? '';
        expect(set).not.toMatch(/<(a|img|script)\b|<[^>]*\s(src|href|on[a-z]+|id)=|<[^>]*url\(/i);
      }
  });
});
