import type { Products } from '../../../workers/protocol.ts';
import { Formula } from '../../controls/Formula.tsx';
import { formatNumber } from '../../controls/formatNumber.ts';
import styles from './ProductTable.module.css';
import type { ProductFacts } from './productFacts.ts';

export interface ProductTableProps {
  readonly facts: ProductFacts;
  readonly products: Pick<Products, 'oneSidedStep' | 'centralStep'>;
}

/** The size of Hv, the curvature along v, and how far the other three ways are from R{·}. */
export function ProductTable({ facts, products }: ProductTableProps) {
  return (
    <>
      <dl className={styles.facts}>
        <dt>
          <Formula tex="\lVert Hv\rVert" label="norm of Hv" />
        </dt>
        <dd>{formatNumber(facts.size)}</dd>
        <dt>
          curvature <Formula tex="v^{\mathsf T}Hv/v^{\mathsf T}v" label="v H v over v v" />
        </dt>
        <dd>{formatNumber(facts.curvature)}</dd>
      </dl>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">against R{'{·}'}</th>
            <th scope="col">step r</th>
            <th scope="col">differs by</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">one-sided</th>
            <td>{formatNumber(products.oneSidedStep, 2)}</td>
            <td>{formatNumber(facts.oneSided, 2)}</td>
          </tr>
          <tr>
            <th scope="row">central</th>
            <td>{formatNumber(products.centralStep, 2)}</td>
            <td>{formatNumber(facts.central, 2)}</td>
          </tr>
          <tr>
            <th scope="row">Gauss–Newton Gv</th>
            <td />
            <td>{formatNumber(facts.gaussNewton, 2)}</td>
          </tr>
        </tbody>
      </table>
    </>
  );
}
