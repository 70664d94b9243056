import type { RecurrentDerivatives } from '../../../workers/protocol/recurrent.ts';

export interface CheckRow {
  readonly name: string;
  readonly by: string;
  /** Norms, or the numbers themselves. */
  readonly relaxed: number;
  readonly differences: number;
  /** ‖a − b‖ / ‖b‖. */
  readonly relative: number;
}

const norm = (a: Float64Array): number => Math.hypot(...a);

function row(name: string, by: string, a: Float64Array, b: Float64Array): CheckRow {
  const apart = norm(a.map((entry, q) => entry - (b[q] ?? NaN)));
  return { name, by, relaxed: norm(a), differences: norm(b), relative: apart / norm(b) };
}

/** Gradient, product and curvature by relaxation beside differences of settled networks. */
export function checkRows({ gradient, Hv, curvature, checked }: RecurrentDerivatives): readonly CheckRow[] {
  if (checked === null) return [];
  return [
    row('‖∇E‖', 'settled errors', gradient, checked.gradient),
    row('‖Hv‖', 'relaxed gradients', Hv, checked.Hv),
    {
      name: 'vᵀHv',
      by: 'settled errors',
      relaxed: curvature,
      differences: checked.curvature,
      relative: Math.abs(curvature - checked.curvature) / Math.abs(checked.curvature),
    },
  ];
}
