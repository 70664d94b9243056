import type { DirectionSpec } from '../../../engine/experiment/problem.ts';

export type DirectionKind = DirectionSpec['kind'];

interface DirectionKindText {
  readonly label: string;
  /** One sentence: what v is, and what Hv then says. */
  readonly note: string;
  readonly first: (parameter: number | null) => DirectionSpec;
}

/** The directions to choose from. */
export const directionKinds = {
  random: {
    label: 'Random',
    note: 'Normal entries from a seed; averaged over many, vᵀHv is the trace.',
    first: () => ({ kind: 'random', seed: 1 }),
  },
  unit: {
    label: 'Unit vector',
    note: 'One weight alone: Hv is that column of the exact Hessian.',
    first: (parameter) => ({ kind: 'unit', index: parameter ?? 0 }),
  },
  gradient: {
    label: 'Gradient',
    note: 'Steepest ascent: Hv is how the gradient changes along itself.',
    first: () => ({ kind: 'gradient' }),
  },
  'top-eigenvector': {
    label: 'Top eigenvector',
    note: 'The direction of most curvature: Hv is v times the largest eigenvalue.',
    first: () => ({ kind: 'top-eigenvector' }),
  },
} satisfies Record<DirectionKind, DirectionKindText>;

export const directionOptions = (Object.keys(directionKinds) as DirectionKind[]).map((kind) => ({
  value: kind,
  label: directionKinds[kind].label,
}));
