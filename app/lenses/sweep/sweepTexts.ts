import type { LensSettings } from '../../../engine/experiment/lenses.ts';
import type { SweepCurve } from '../../../workers/protocol.ts';

type Of = LensSettings['sweep']['of'];

interface MethodText {
  readonly label: string;
  /** KaTeX of the difference. */
  readonly formula: string;
  /** In how many evaluations. */
  readonly cost: string;
}

interface SweepText {
  readonly label: string;
  readonly note: string;
  readonly methods: Readonly<Record<SweepCurve, MethodText>>;
  readonly product: string;
  readonly productCost: string;
  readonly axis: string;
}

/** Both sweeps: a product along v, and one entry. */
export const sweepTexts: Readonly<Record<Of, SweepText>> = {
  product: {
    label: 'Product Hv',
    note: 'The direction v of the experiment, scaled to length 1 so that a step r moves the weights by exactly r. Each curve is the relative error of a difference against R{·}, which has no step.',
    methods: {
      oneSided: {
        label: 'one-sided Hv',
        formula: String.raw`\frac{\nabla E(\mathbf w+r\mathbf v)-\nabla E(\mathbf w)}{r}`,
        cost: '2 ∇E',
      },
      central: {
        label: 'central Hv',
        formula: String.raw`\frac{\nabla E(\mathbf w+r\mathbf v)-\nabla E(\mathbf w-r\mathbf v)}{2r}`,
        cost: '2 ∇E',
      },
      fourPoint: {
        label: 'four-point vᵀHv',
        formula: String.raw`\frac{E(\mathbf w+2r\mathbf v)-2E(\mathbf w)+E(\mathbf w-2r\mathbf v)}{4r^2}`,
        cost: '3 E',
      },
    },
    product: 'R{·}',
    productCost: '∇E + one R-pass',
    axis: 'step r',
  },
  entry: {
    label: 'One entry',
    note: 'One entry of H by differences of its two weights (or of the gradient of one), against the same entry by R{·}. Select another entry in any matrix.',
    methods: {
      oneSided: {
        label: 'one-sided',
        formula: String.raw`\frac{g_i(\mathbf w+\epsilon\mathbf e_j)-g_i(\mathbf w)}{\epsilon}`,
        cost: '2 ∇E a row',
      },
      central: {
        label: 'central, PRML 5.91',
        formula: String.raw`\frac{g_i(\mathbf w+\epsilon\mathbf e_j)-g_i(\mathbf w-\epsilon\mathbf e_j)}{2\epsilon}`,
        cost: '2 ∇E a row',
      },
      fourPoint: {
        label: 'four-point, PRML 5.90',
        formula: String.raw`\frac{E_{++}-E_{+-}-E_{-+}+E_{--}}{4\epsilon^2}`,
        cost: '4 E an entry',
      },
    },
    product: 'R{·} column',
    productCost: '∇E + one R-pass a row',
    axis: 'step ε',
  },
};

/** In the order of the figure and the table. */
export const sweepCurves: readonly SweepCurve[] = ['oneSided', 'central', 'fourPoint'];
