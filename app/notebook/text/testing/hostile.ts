/** Texts that want to freeze the page, to leave it, or to break it; each within what a cell may hold. */
export interface Hostile {
  readonly name: string;
  readonly source: string;
}

const LONGEST = 20_000;

const fill = (part: string, length = LONGEST): string =>
  part.repeat(Math.ceil(length / part.length)).slice(0, length);

const range = (count: number, line: (n: number) => string, between = '\n'): string =>
  Array.from({ length: count }, (_, n) => line(n)).join(between);

/** Parts that the parser or what comes after it takes quadratic time for when they are repeated. */
const repeated = [
  ...['*a', '**a ', 'a* ', '*a_b~c', '*a*', 'a**b', '***a ', '*a **b ', '~~a ', '*[a](b)*', '*`a`', '_'],
  ...['[', '[a', ']', '![', '[a](', '[a](<b', '[]', '[a][b]', '[^', '[^a]', '[a](b "', '![a](http://e.x/a)'],
  ...['`a``b', '``a`', '$', '$a$$b', '$x$ ', '$$', '$$\n', '$$\nx\n$$\n'],
  ...['a <!-- ', 'a <?', '<![CDATA[', '<a ', '<a b="', 'a <!A ', '<a:', '<a@', '<div>\n\n', '<a\n'],
  ...['>', '> ', '- ', '1. ', '>>>>>>>>>>a\n', '- a\n', '- a\n\n', '> a\n\n', '- a\n1. b\n', '- [ ] a\n'],
  ...[
    '> > > > > > > > a\n\n',
    '> - > - > - a\n\n',
    '* a\n',
    '    a\n\n',
    'a\n',
    'a\n\n',
    'a  \n',
    ' \n',
    '\n',
  ],
  ...['# a\n', '---\n\n', 'a\n---\n', '```\n', '~~~a\n', '|a', '|', '|a|\n', '\t', '\\', '&amp;', '&', '('],
  ...[
    'www.',
    'www.a.b ',
    'http://',
    'http://a.b ',
    'a@',
    'a@b.c ',
    'a.',
    'http://a.b/((((',
    '\\*',
    '&#1;',
    '"',
  ],
  ...['a', '\0', '\u202e', '\ud800', '\u{1f600}', '\r', '\r\n', '\u2028', 'a\u0301', '[a\n', '[a]: b "\n'],
];

const lazy = (depth: number, mark: string, line: string): string =>
  `${mark.repeat(depth)}a\n${fill(line, LONGEST - 3 * depth)}`.slice(0, LONGEST);

const shaped: readonly Hostile[] = [
  { name: '20,000 stars', source: fill('*') },
  { name: 'ticks, one more each time', source: range(190, (n) => `${'`'.repeat(n + 1)}a`, '') },
  { name: 'dollars, one more each time', source: range(190, (n) => `${'$'.repeat(n + 1)}a`, '') },
  { name: 'brackets inside each other', source: '['.repeat(9_000) + ']'.repeat(9_000) },
  { name: 'pictures inside each other', source: fill('![', 9_000) + fill('](b)', 9_000) },
  { name: 'a hundred quotes, lazy lines', source: lazy(100, '> ', 'b\n') },
  { name: 'a hundred lists, lazy lines', source: lazy(100, '- ', 'b\n') },
  { name: 'lists by indentation', source: range(139, (n) => `${'  '.repeat(n)}- a`) },
  {
    name: 'a wide table with short rows',
    source: `${fill('|a', 4_000)}\n${fill('|-', 4_000)}\n${fill('|\n', 9_000)}`,
  },
  { name: 'a narrow table with many rows', source: `|a|\n|-|\n${fill('|a|\n', 19_000)}` },
  {
    name: 'one long address, many references',
    source: `[a]: ${fill('x', 9_000)}\n\n${fill('[a]\n\n', 9_000)}`,
  },
  { name: 'one note, many calls', source: `[^a]: b\n\n${fill('[^a]\n\n', 19_000)}` },
  { name: 'notes that call each other', source: range(900, (n) => `[^${n}]: [^${n + 1}]`, '\n\n') },
  { name: 'an address that ends in entities', source: `www.a.b${fill('&a;', 19_000)}` },
  { name: 'an address that ends in brackets', source: `www.a.b${fill(')', 19_000)}` },
  { name: 'a formula of 20,000 characters', source: `$${fill('x+', LONGEST - 2)}$` },
  { name: 'formulas at the cap', source: range(4, () => `$$\n${fill('x+', 4_980)}\n$$`) },
  { name: 'a formula as deep as it gets', source: `$${'{'.repeat(5_000)}${'}'.repeat(5_000)}$` },
  { name: 'a matrix of 2,000 columns', source: `$$\n\\begin{matrix}${fill('&', 2_000)}\\end{matrix}\n$$` },
  {
    name: 'a definition that multiplies',
    source: `$\\def\\a{${fill('x', 3_000)}}${fill('\\a', 960)}$ $\\let\\b\\def \\b\\a{x}\\a$`,
  },
  { name: 'a definition without end', source: '$\\def\\a{\\a\\a}\\a$' },
];

/** What would ask for something elsewhere, or run, were it let through. */
const leaving: readonly Hostile[] = [
  '![a](http://evil.example/a.png)',
  '![a](//evil.example/a.png)',
  '![a][b]\n\n[b]: https://evil.example/a.png',
  '![a](data:image/svg+xml;base64,PHN2Zz48L3N2Zz4=)',
  '![a](data:text/html,<script>alert(1)</script>)',
  '![a](/a.png) ![b](a.png) ![c](blob:null/a)',
  '[![a](http://evil.example/a.png)](http://evil.example)',
  '[a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) [c](  javascript:alert(1))',
  '[a](java&#10;script:alert(1)) [b](java&Tab;script:alert(1)) [c](&#1;javascript:alert(1))',
  '[a](vbscript:msgbox) [b](data:text/html;base64,PHNjcmlwdD4=) [c](file:///etc/passwd) [d](blob:a)',
  '[a](//evil.example) [b](/\\evil.example) [c](\\\\evil.example) [d](evil.html) [e](?a)',
  '[a][x]\n\n[x]: javascript:alert(1) "title"',
  '<javascript:alert(1)> <vbscript:a>',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)><iframe src="https://evil.example"></iframe>',
  'a <svg onload=alert(1)> <a href="javascript:alert(1)">b</a> <style>@import "//evil.example"</style>',
  '<meta http-equiv="refresh" content="0;url=https://evil.example"><base href="//evil.example">',
  '<!-- <img src="https://evil.example"> -->',
  '[a](https://evil.example "\\" onclick=\\"alert(1)")',
  '$\\href{javascript:alert(1)}{x}$ $\\url{https://evil.example}$',
  '$\\includegraphics{https://evil.example/a.png}$ $\\htmlStyle{background:url(//evil.example)}{x}$',
  '$\\htmlData{a=b}{x} \\htmlClass{a}{x} \\htmlId{root}{x}$',
  '[^__proto__] [^constructor]\n\n[^__proto__]: a\n\n[^constructor]: b\n\n[__proto__]: c\n\n[__proto__]',
].map((source) => ({ name: source.slice(0, 60), source }));

export const hostile: readonly Hostile[] = [
  ...repeated.map((part) => ({ name: `${JSON.stringify(part)} again and again`, source: fill(part) })),
  // as many as are let through
  ...repeated.map((part) => ({
    name: `${JSON.stringify(part)} 400 times`,
    source: fill(part, Math.min(LONGEST, 400 * part.length)),
  })),
  ...shaped,
  ...leaving,
].map(({ name, source }) => ({ name, source: source.slice(0, LONGEST) }));
