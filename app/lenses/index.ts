/** The list of lenses. A new one is a folder of its own and an entry here. */
import { lazy } from 'react';
import type { LensId } from '../../engine/experiment/lenses.ts';
import type { Lens } from './lens.ts';

/** Every lens by its id. */
export const lenses: { readonly [K in LensId]: Lens<K> } = {
  differences: {
    label: 'Differences',
    about: 'What an approximation gets wrong, entry by entry and block by block: approximation minus exact.',
    section: 'PRML 5.4.1–5.4.2',
    Panel: lazy(() => import('./differences/DifferencesLens.tsx')),
  },
  stepper: {
    label: 'R{backprop}',
    about:
      'One pattern through the network, unit by unit: the ordinary passes and, beside them, how every number changes along v. At the end stands Hv, and H was never built.',
    section: 'PRML 5.4.6',
    Panel: lazy(() => import('./stepper/StepperLens.tsx')),
  },
  timeline: {
    label: 'Over training',
    about:
      'How good the approximations are while the network learns. The second term of H vanishes near a minimum only where the errors become noise: see it hold, and see it fail.',
    section: 'PRML 5.4.2',
    Panel: lazy(() => import('./timeline/TimelineLens.tsx')),
  },
  sweep: {
    label: 'ε-sweep',
    about:
      'Finite differences against their step: large steps cut Taylor’s series short, small steps lose digits. R{·} has no step to choose.',
    section: 'PRML 5.4.4',
    Panel: lazy(() => import('./sweep/SweepLens.tsx')),
  },
  cost: {
    label: 'Cost',
    about: 'What each method costs for this network, counted and measured, and how that grows with W.',
    section: 'PRML 5.4',
    Panel: lazy(() => import('./cost/CostLens.tsx')),
  },
  surface: {
    label: 'Surface',
    about:
      'The error over a plane through the present weights, and what each matrix believes it looks like: a quadratic with the same value and slope.',
    section: 'PRML 5.4',
    Panel: lazy(() => import('./surface/SurfaceLens.tsx')),
  },
};
