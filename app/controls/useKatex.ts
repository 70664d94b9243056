import { create } from 'zustand';
import type { Renderer } from './renderFormula.ts';

/** KaTeX is a third of the page's code: it comes beside the first paint, not before it. */
const useLoaded = create<{ readonly renderer: Renderer | null }>()(() => ({ renderer: null }));

void import('katex').then(({ default: renderer }) => useLoaded.setState({ renderer }));

/** Null until KaTeX is there. */
export const useKatex = (): Renderer | null => useLoaded((state) => state.renderer);
