import type katex from 'katex';

const MAX_CHARACTERS = 5000;
const MAX_DEPTH = 200;
const CACHED = 500;

export type Renderer = typeof katex;

const cache = new Map<string, string | null>();

function depthOf(tex: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of tex) {
    if (character === '{') depth += 1;
    else if (character === '}') depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function render(renderer: Renderer, tex: string, display: boolean): string | null {
  if (tex.length > MAX_CHARACTERS || depthOf(tex) > MAX_DEPTH) return null;
  try {
    return renderer.renderToString(tex, {
      displayMode: display,
      output: 'htmlAndMathml',
      strict: 'ignore',
      maxSize: 20,
      maxExpand: 500,
    });
  } catch {
    return null;
  }
}

/** HTML and MathML of a formula; null when it can't be set, and is then shown as text. */
export function renderFormula(renderer: Renderer, tex: string, display: boolean): string | null {
  const key = `${display ? 'display' : 'inline'} ${tex}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const html = render(renderer, tex, display);
  const oldest = cache.keys().next();
  if (cache.size >= CACHED && oldest.done !== true) cache.delete(oldest.value);
  cache.set(key, html);
  return html;
}
