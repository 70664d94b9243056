import type { LaplaceModel } from '../../../workers/protocol/laplace.ts';
import { Formula } from '../../controls/Formula.tsx';
import { formatNumber } from '../../controls/formatNumber.ts';
import { Facts } from '../../controls/Facts.tsx';
import { decimals } from './tableNumbers.ts';
import type { Answered } from './useLaplace.ts';
import { isRegression } from './whyNot.ts';

export interface PosteriorFactsProps {
  readonly answered: Answered;
  readonly model: LaplaceModel | null;
}

/** Below this share of the largest an eigenvalue is rounding. */
const ROUNDING = 1e-12;

const clean = (value: number, largest: number): number =>
  Math.abs(value) < ROUNDING * Math.abs(largest) ? 0 : value;

/** α, β and γ, and where they come from. */
export function PosteriorFacts({ answered: { asked, reply }, model }: PosteriorFactsProps) {
  const W = asked.request.problem.parameters.length;
  const regression = isRegression(asked.experiment);
  const noise = {
    name: 'standard deviation of the noise',
    tex: <Formula tex={String.raw`\beta^{-1/2}`} />,
    value: formatNumber(1 / Math.sqrt(reply.beta), 3),
  };
  const facts = [
    {
      name: 'precision of the prior',
      tex: <Formula tex={regression ? String.raw`\alpha=\beta\cdot\text{decay}` : String.raw`\alpha`} />,
      value: formatNumber(reply.alpha),
    },
    ...(regression ? [noise] : []),
    {
      name: 'parameters the data determine',
      tex: <Formula tex={String.raw`\gamma=\sum_i\lambda_i/(\lambda_i+\alpha)`} />,
      value: model === null ? '—' : `${decimals(model.gamma, 2)} of ${W}`,
    },
    {
      name: 'eigenvalues of the data’s part',
      tex: <Formula tex={String.raw`\lambda_i`} />,
      value:
        model === null
          ? '—'
          : `${formatNumber(clean(model.smallest, model.largest), 2)} to ${formatNumber(model.largest, 3)}`,
    },
  ];
  return <Facts facts={facts} />;
}
