import { expect, it } from 'vitest';
import { linkOf } from './links.ts';

it.each([
  ['#page/inverse', 'inside'],
  ['#', 'inside'],
  ['https://example.com/a?b#c', 'outside'],
  ['HTTP://example.com', 'outside'],
  ['mailto:a@b.c', 'mail'],
] as const)('%s is a link: %s', (url, kind) => {
  expect(linkOf(url)).toEqual({ href: url, kind });
});

it.each([
  ...['javascript:alert(1)', 'JAVASCRIPT:alert(1)', ' javascript:alert(1)', 'java\nscript:alert(1)'],
  ...[
    'data:text/html,a',
    'data:image/png;base64,a',
    'vbscript:a',
    'file:///a',
    'blob:https://a/b',
    'ftp://a',
  ],
  ...[
    '//evil.example',
    '/a',
    'a.html',
    '?a',
    '',
    '\\\\evil.example',
    'https:/evil.example',
    'https:evil.example',
  ],
  ...[
    'https:\\\\evil.example',
    'https://',
    'https:///a',
    'https://[',
    'https://a\tb',
    '\u0001https://a',
    'mailto:',
  ],
  ...['mailto://evil.example', `https://a/${'b'.repeat(2_000)}`],
])('%j is none', (url) => {
  expect(linkOf(url)).toBeNull();
});
