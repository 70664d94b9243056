import type { PerturbationReply } from '../../../workers/protocol/perturbation.ts';

type Distances = PerturbationReply['distances'];
export type EstimateId = Exclude<keyof Distances, 'S' | 'local'>;

/** What is regressed from ΔE, in the order of the key. */
export const estimates = {
  plain: { label: '∇E, as it stands', about: '⟨Δw ΔE⟩/⟨Δw²⟩', of: 'gradient' },
  centred: { label: '∇E, mean of ΔE removed', about: 'ΔE less its mean', of: 'gradient' },
  regressed: {
    label: '∇E with Ĥ, z regressed',
    about: 'ΔE less ½ Δwᵀ Ĥ Δw, z from the same samples',
    of: 'gradient',
  },
  rankTwo: { label: '∇E with Ĥ, z = Hv', about: 'ΔE less ½ Δwᵀ Ĥ Δw, z from R{backprop}', of: 'gradient' },
  product: { label: 'z = Hv', about: 'regressed from ΔE and Δw·v', of: 'product' },
} as const satisfies Record<
  EstimateId,
  { readonly label: string; readonly about: string; readonly of: 'gradient' | 'product' }
>;

export const estimateIds = Object.keys(estimates) as readonly EstimateId[];

/** Root mean square of the entries. */
export const rootMeanSquare = (x: Float64Array): number =>
  Math.sqrt(x.reduce((sum, entry) => sum + entry * entry, 0) / x.length);

/** How large what is estimated is. */
export const sizeOf = ({ truth }: PerturbationReply, id: EstimateId): number =>
  rootMeanSquare(truth[estimates[id].of]);
