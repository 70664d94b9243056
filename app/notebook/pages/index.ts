import type { Notebook } from '../../../engine/notebook/notebook.ts';

/** What the pages are about, in the order in which they are listed. */
export const subjects = {
  section: 'PRML 5.4',
  uses: 'What it is for',
  beyond: 'Beyond',
} as const;

export type Subject = keyof typeof subjects;

export interface BuiltInPage {
  /** As in `#page/outer-product`. */
  readonly id: string;
  readonly subject: Subject;
  /** Of PRML; null where the page is about several. */
  readonly section: string | null;
  /** Short, for lists; the page's own title may say more. */
  readonly title: string;
  /** Time to read it and to try what it asks for. */
  readonly minutes: number;
  readonly load: () => Promise<Notebook>;
}

/** The pages in the order in which they lead to one another, subject by subject. */
export const pages: readonly BuiltInPage[] = [
  {
    id: 'why',
    subject: 'section',
    section: null,
    title: 'Why the Hessian matters',
    minutes: 5,
    load: () => import('./why.ts').then(({ why }) => why),
  },
  {
    id: 'diagonal',
    subject: 'section',
    section: '5.4.1',
    title: 'Diagonal',
    minutes: 6,
    load: () => import('./diagonal.ts').then(({ diagonal }) => diagonal),
  },
  {
    id: 'outer-product',
    subject: 'section',
    section: '5.4.2',
    title: 'Outer product',
    minutes: 6,
    load: () => import('./outerProduct.ts').then(({ outerProduct }) => outerProduct),
  },
  {
    id: 'gauss-newton-fisher',
    subject: 'section',
    section: null,
    title: 'Gauss–Newton and Fisher',
    minutes: 6,
    load: () => import('./gaussNewtonFisher.ts').then(({ gaussNewtonFisher }) => gaussNewtonFisher),
  },
  {
    id: 'inverse',
    subject: 'section',
    section: '5.4.3',
    title: 'Inverse',
    minutes: 6,
    load: () => import('./inverse.ts').then(({ inverseHessian }) => inverseHessian),
  },
  {
    id: 'finite-differences',
    subject: 'section',
    section: '5.4.4',
    title: 'Finite differences',
    minutes: 5,
    load: () => import('./finiteDifferences.ts').then(({ finiteDifferences }) => finiteDifferences),
  },
  {
    id: 'exact',
    subject: 'section',
    section: '5.4.5',
    title: 'Exact evaluation',
    minutes: 6,
    load: () => import('./exactEvaluation.ts').then(({ exactEvaluation }) => exactEvaluation),
  },
  {
    id: 'fast-multiplication',
    subject: 'section',
    section: '5.4.6',
    title: 'Fast multiplication',
    minutes: 5,
    load: () => import('./fastMultiplication.ts').then(({ fastMultiplication }) => fastMultiplication),
  },
  {
    id: 'choosing',
    subject: 'section',
    section: null,
    title: 'Choosing a method',
    minutes: 4,
    load: () => import('./choosing.ts').then(({ choosing }) => choosing),
  },
  {
    id: 'exercises',
    subject: 'section',
    section: null,
    title: 'Exercises 5.16–5.23',
    minutes: 10,
    load: () => import('./exercises.ts').then(({ exercises }) => exercises),
  },
  {
    id: 'inverses',
    subject: 'uses',
    section: '5.4.3',
    title: 'Inverses and solves',
    minutes: 9,
    load: () => import('./inverses.ts').then(({ inverses }) => inverses),
  },
  {
    id: 'spectra',
    subject: 'uses',
    section: null,
    title: 'Spectra',
    minutes: 7,
    load: () => import('./spectra.ts').then(({ spectra }) => spectra),
  },
  {
    id: 'pruning',
    subject: 'uses',
    section: '5.4',
    title: 'Pruning',
    minutes: 6,
    load: () => import('./pruning.ts').then(({ pruning }) => pruning),
  },
  {
    id: 'laplace',
    subject: 'uses',
    section: '5.7',
    title: 'Error bars and evidence',
    minutes: 9,
    load: () => import('./laplace.ts').then(({ laplace }) => laplace),
  },
  {
    id: 'influence',
    subject: 'uses',
    section: '5.4',
    title: 'Influence and fast retraining',
    minutes: 6,
    load: () => import('./influence.ts').then(({ influence }) => influence),
  },
  {
    id: 'race',
    subject: 'uses',
    section: '5.2',
    title: 'Optimisation race',
    minutes: 7,
    load: () => import('./race.ts').then(({ race }) => race),
  },
  {
    id: 'recurrent',
    subject: 'beyond',
    section: null,
    title: 'Recurrent networks',
    minutes: 7,
    load: () => import('./recurrent.ts').then(({ recurrent }) => recurrent),
  },
  {
    id: 'boltzmann',
    subject: 'beyond',
    section: null,
    title: 'Boltzmann machines',
    minutes: 7,
    load: () => import('./boltzmann.ts').then(({ boltzmann }) => boltzmann),
  },
  {
    id: 'weight-perturbation',
    subject: 'beyond',
    section: null,
    title: 'Weight perturbation',
    minutes: 6,
    load: () => import('./weightPerturbation.ts').then(({ weightPerturbation }) => weightPerturbation),
  },
  {
    id: 'convolution',
    subject: 'beyond',
    section: '5.5.6',
    title: 'A convolutional network',
    minutes: 6,
    load: () => import('./convolution.ts').then(({ convolution }) => convolution),
  },
];

/** The pages of each subject. */
export const pagesBySubject = (Object.keys(subjects) as readonly Subject[]).map((subject) => ({
  subject,
  heading: subjects[subject],
  pages: pages.filter((page) => page.subject === subject),
}));
