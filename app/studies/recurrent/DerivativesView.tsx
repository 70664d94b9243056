import type { RecurrentModel, RecurrentReply } from '../../../workers/protocol/recurrent.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import { Message } from '../../controls/Message.tsx';
import styles from '../Models.module.css';
import { Scroll } from '../shared/Scroll.tsx';
import { checkRows } from './checkRows.ts';
import { HessianMap } from './HessianMap.tsx';

export interface DerivativesViewProps {
  readonly reply: RecurrentReply;
  readonly model: RecurrentModel;
}

/** Gradient and Hv by relaxation beside differences, and the whole Hessian. */
export function DerivativesView({ reply, model }: DerivativesViewProps) {
  const { derivatives } = reply;
  if (derivatives === null)
    return (
      <Message tone="info">
        There is no gradient and no Hv: they are derivatives at an equilibrium of every pattern, and not all
        of them settle. The view Stability shows why.
      </Message>
    );
  const { error, noCheck } = derivatives;
  return (
    <>
      <p className={styles.note}>
        E = {formatNumber(error)}. The differences settle networks with other weights anew and need no
        backward relaxation; they are central, of fourth order, and leave errors of their own, about 10⁻¹⁰ for
        first and 10⁻⁷ for second derivatives.
      </p>
      {noCheck === null ? null : (
        <Message tone="info">
          No differences: so close to the threshold a network with slightly other weights does not settle (
          {noCheck}).
        </Message>
      )}
      <Scroll label="By relaxation and by differences">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">quantity</th>
              <th scope="col">by relaxation</th>
              <th scope="col">by differences</th>
              <th scope="col">of</th>
              <th scope="col">relative difference</th>
            </tr>
          </thead>
          <tbody>
            {checkRows(derivatives).map(({ name, by, relaxed, differences, relative }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{formatNumber(relaxed, 6)}</td>
                <td>{formatNumber(differences, 6)}</td>
                <td>{by}</td>
                <td>{formatNumber(relative, 2)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <HessianMap model={model} />
    </>
  );
}
