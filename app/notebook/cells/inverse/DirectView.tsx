import type { Topology } from '../../../../engine/network/topology.ts';
import type { InverseReply } from '../../../../workers/protocol.ts';
import { Formula } from '../../../controls/Formula.tsx';
import { formatNumber } from '../../../controls/formatNumber.ts';
import { formatError } from '../../../lenses/differences/comparisonWords.ts';
import { DiagonalTable } from './DiagonalTable.tsx';
import { Facts } from '../../../controls/Facts.tsx';
import { type InverseMap, InverseMaps } from './InverseMaps.tsx';
import { inertiaText } from '../../../controls/inertiaText.ts';

export interface DirectViewProps {
  readonly topology: Topology;
  readonly name: string;
  readonly direct: NonNullable<InverseReply['direct']>;
  readonly outerProduct: InverseReply['outerProduct'];
}

const singular = 'the matrix is singular to rounding';

/** An inverse without a film; that of H with the outer product's beside it. */
export function DirectView({ topology, name, direct, outerProduct }: DirectViewProps) {
  const maps: InverseMap[] = [{ name, ...direct, why: singular }];
  if (outerProduct !== null) maps.push({ name: 'Outer product, inverted', ...outerProduct, why: singular });
  const facts = [
    { name: 'eigenvalues', tex: null, value: inertiaText(direct.inertia) },
    {
      name: 'condition number',
      tex: <Formula tex={String.raw`\max|\lambda|/\min|\lambda|`} />,
      value: formatNumber(direct.condition, 3),
    },
    {
      name: 'check',
      tex: <Formula tex={String.raw`\lVert H H^{-1}-I\rVert`} />,
      value: formatNumber(direct.defect, 2),
    },
    ...(outerProduct === null
      ? []
      : [
          {
            name: 'the other inverse differs by',
            tex: <Formula tex={String.raw`\lVert G^{-1}-H^{-1}\rVert/\lVert H^{-1}\rVert`} />,
            value: formatError(outerProduct.difference),
          },
        ]),
  ];
  return (
    <>
      <InverseMaps topology={topology} maps={maps} />
      <DiagonalTable topology={topology} maps={maps} />
      <Facts facts={facts} />
    </>
  );
}
