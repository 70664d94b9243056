import type { Notebook } from '../../../engine/notebook/notebook.ts';

export interface BuiltInPage {
  /** As in `#page/outer-product`. */
  readonly id: string;
  /** Of PRML; null where the page is about several. */
  readonly section: string | null;
  /** Short, for lists; the page's own title may say more. */
  readonly title: string;
  /** Time to read it and to try what it asks for. */
  readonly minutes: number;
  readonly load: () => Promise<Notebook>;
}

/** The pages on PRML section 5.4, in the order in which they lead to one another. */
export const pages: readonly BuiltInPage[] = [
  {
    id: 'why',
    section: null,
    title: 'Why the Hessian matters',
    minutes: 5,
    load: () => import('./why.ts').then(({ why }) => why),
  },
  {
    id: 'diagonal',
    section: '5.4.1',
    title: 'Diagonal',
    minutes: 6,
    load: () => import('./diagonal.ts').then(({ diagonal }) => diagonal),
  },
  {
    id: 'outer-product',
    section: '5.4.2',
    title: 'Outer product',
    minutes: 6,
    load: () => import('./outerProduct.ts').then(({ outerProduct }) => outerProduct),
  },
  {
    id: 'gauss-newton-fisher',
    section: null,
    title: 'Gauss–Newton and Fisher',
    minutes: 6,
    load: () => import('./gaussNewtonFisher.ts').then(({ gaussNewtonFisher }) => gaussNewtonFisher),
  },
  {
    id: 'inverse',
    section: '5.4.3',
    title: 'Inverse',
    minutes: 6,
    load: () => import('./inverse.ts').then(({ inverseHessian }) => inverseHessian),
  },
  {
    id: 'finite-differences',
    section: '5.4.4',
    title: 'Finite differences',
    minutes: 5,
    load: () => import('./finiteDifferences.ts').then(({ finiteDifferences }) => finiteDifferences),
  },
  {
    id: 'exact',
    section: '5.4.5',
    title: 'Exact evaluation',
    minutes: 6,
    load: () => import('./exactEvaluation.ts').then(({ exactEvaluation }) => exactEvaluation),
  },
  {
    id: 'fast-multiplication',
    section: '5.4.6',
    title: 'Fast multiplication',
    minutes: 5,
    load: () => import('./fastMultiplication.ts').then(({ fastMultiplication }) => fastMultiplication),
  },
  {
    id: 'choosing',
    section: null,
    title: 'Choosing a method',
    minutes: 4,
    load: () => import('./choosing.ts').then(({ choosing }) => choosing),
  },
  {
    id: 'exercises',
    section: null,
    title: 'Exercises 5.16–5.23',
    minutes: 10,
    load: () => import('./exercises.ts').then(({ exercises }) => exercises),
  },
];
