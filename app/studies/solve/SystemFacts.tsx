import type { Solved } from '../../../workers/protocol/solve.ts';
import { Formula } from '../../controls/Formula.tsx';
import { formatNumber } from '../../controls/formatNumber.ts';
import { Facts } from '../../controls/Facts.tsx';
import { inertiaText } from '../../controls/inertiaText.ts';

/** The matrix of the system in numbers. */
export function SystemFacts({ solved }: { readonly solved: Solved }) {
  const { inertia, smallest, largest, condition, definiteFrom, neumann, gradientNorm } = solved;
  return (
    <Facts
      facts={[
        { name: 'inertia', tex: <Formula tex="LDL^{\mathsf T}" />, value: inertiaText(inertia) },
        {
          name: 'eigenvalues',
          tex: <Formula tex={String.raw`A+\lambda I`} />,
          value: `${formatNumber(smallest, 3)} to ${formatNumber(largest, 3)}`,
        },
        {
          name: 'condition number',
          tex: <Formula tex={String.raw`\max|\lambda_i|/\min|\lambda_i|`} />,
          value: formatNumber(condition, 3),
        },
        {
          name: 'positive definite for',
          tex: <Formula tex={String.raw`\lambda>-\lambda_{\min}(A)`} />,
          value: `λ > ${formatNumber(Math.max(0, definiteFrom), 3)}`,
        },
        {
          name: 'radius of the series',
          tex: <Formula tex={String.raw`\rho(I-sA)`} />,
          value: formatNumber(neumann?.radius ?? NaN, 5),
        },
        {
          name: 'size of the right side',
          tex: <Formula tex={String.raw`\lVert\nabla E\rVert`} />,
          value: formatNumber(gradientNorm, 3),
        },
      ]}
    />
  );
}
