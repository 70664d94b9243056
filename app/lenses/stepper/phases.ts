import type { Phase, Step, Trace } from '../../../workers/protocol.ts';

interface PhaseText {
  readonly label: string;
  /** One sentence: what the pass does. */
  readonly about: string;
}

/** The passes, in their order. */
export const phaseTexts: { readonly [P in Phase]: PhaseText } = {
  forward: { label: 'forward', about: 'The network as ever: every unit from those that it reads.' },
  'R-forward': {
    label: 'R-forward',
    about: 'How a and z change when w moves along v.',
  },
  output: {
    label: 'output',
    about: 'The loss gives δ, and its M turns R{a} into R{δ}: R{y} is not needed.',
  },
  backward: { label: 'backward', about: 'Backpropagation: every δ from the units that read this one.' },
  'R-backward': { label: 'R-backward', about: 'How every δ changes when w moves along v.' },
  products: { label: 'products', about: 'A weight’s gradient is δ z, so its change is R{δ} z + δ R{z}.' },
};

export const phaseIds = Object.keys(phaseTexts) as readonly Phase[];

/** Where a phase begins and how many steps it has. */
export interface PhaseRun {
  readonly phase: Phase;
  /** Steps before its first. */
  readonly start: number;
  readonly count: number;
}

export function phaseRuns({ steps }: Pick<Trace, 'steps'>): readonly PhaseRun[] {
  const countOf = (phase: Phase): number => steps.filter((step) => step.phase === phase).length;
  let start = 0;
  return phaseIds.flatMap((phase) => {
    const run = { phase, start, count: countOf(phase) };
    start += run.count;
    return run.count > 0 ? [run] : [];
  });
}

/** The step taken last; null before the first. */
export const lastTaken = ({ steps }: Pick<Trace, 'steps'>, step: number): Step | null =>
  step > 0 ? (steps[step - 1] ?? null) : null;
