import type { Computed } from '../../state/results.ts';
import type { Products } from '../../../workers/protocol.ts';
import { Message } from '../../controls/Message.tsx';
import { DirectionStrip } from './DirectionStrip.tsx';
import { EntryValues } from './EntryValues.tsx';
import { ProductTable } from './ProductTable.tsx';
import { useProductPicture } from './useProductPicture.ts';

/** v, Hv and Gv as bars, the marked entry in numbers, and how the four products agree. */
export function ProductView({ computed }: { readonly computed: Computed<Products> }) {
  const { strip, entry, facts } = useProductPicture(computed);
  if (facts.isZero) return <Message tone="info">v is zero: the gradient vanishes here.</Message>;
  return (
    <>
      <DirectionStrip {...strip} />
      <EntryValues {...entry} />
      <ProductTable facts={facts} products={computed.value} />
    </>
  );
}
