import { activationOf } from '../../../engine/activations/index.ts';
import { type LossKind, lossOf } from '../../../engine/losses/index.ts';
import type { Step } from '../../../workers/protocol.ts';
import type { Place } from './places.ts';

/** A rule of PRML, in symbols. */
export interface Rule {
  readonly tex: string;
  /** `PRML 5.48`. */
  readonly section: string;
}

/** Of what a rule is chosen, beside its step. */
export interface Setting {
  readonly place: Place;
  readonly loss: LossKind;
}

const R = (inner: string): string => String.raw`\mathcal R\{${inner}\}`;

const activationTex = ({ activation }: Place): string => String.raw`h(a)=${activationOf(activation).formula}`;

const has = ({ terms }: Step, name: string): boolean =>
  terms.some(({ names }) => names.some((one) => one === name));

const rules: { readonly [Q in Step['quantity']]: (step: Step, setting: Setting) => Rule } = {
  a: () => ({ tex: String.raw`a_j=\sum_i w_{ji}z_i+w_{j0}`, section: 'PRML 5.48' }),
  z: (_, { place }) =>
    place.activation === 'softmax'
      ? { tex: String.raw`y_k=\frac{\exp a_k}{\sum_{k'}\exp a_{k'}}`, section: 'PRML 4.104' }
      : {
          tex: String.raw`${place.isOutput ? 'y_k=h(a_k)' : 'z_j=h(a_j)'},\quad ${activationTex(place)}`,
          section: 'PRML 5.49',
        },
  Ra: (step) =>
    has(step, 'Rz')
      ? {
          tex: String.raw`${R('a_j')}=\sum_i w_{ji}${R('z_i')}+\sum_i v_{ji}z_i+v_{j0}`,
          section: 'PRML 5.103',
        }
      : { tex: String.raw`${R('a_j')}=\sum_i v_{ji}x_i+v_{j0}`, section: 'PRML 5.101' },
  Rz: () => ({ tex: String.raw`${R('z_j')}=h'(a_j)\,${R('a_j')}`, section: 'PRML 5.102' }),
  delta: (step, { place, loss }) => {
    if (!place.isOutput)
      return { tex: String.raw`\delta_j=h'(a_j)\sum_k w_{kj}\delta_k`, section: 'PRML 5.56' };
    if (has(step, 't'))
      return { tex: String.raw`\delta_k=\frac{\partial E_n}{\partial a_k}=y_k-t_k`, section: 'PRML 5.54' };
    const chain = has(step, 'dEdy') ? String.raw`=h'(a_k)\,\frac{\partial E_n}{\partial y_k}` : '';
    const E = String.raw`,\quad E_n=${lossOf(loss).formula}`;
    return { tex: String.raw`\delta_k=\frac{\partial E_n}{\partial a_k}${chain}${E}`, section: 'PRML 5.51' };
  },
  Rdelta: (_, { place }) =>
    place.isOutput
      ? {
          tex: String.raw`${R(String.raw`\delta_k`)}=\sum_{k'}M_{kk'}${R("a_{k'}")}`,
          section: 'PRML 5.106, for any loss',
        }
      : {
          tex: String.raw`${R(String.raw`\delta_j`)}=h''(a_j)${R('a_j')}\sum_k w_{kj}\delta_k+h'(a_j)\Bigl(\sum_k v_{kj}\delta_k+\sum_k w_{kj}${R(String.raw`\delta_k`)}\Bigr)`,
          section: 'PRML 5.107',
        },
  product: (step) => {
    const left = R(String.raw`\partial E_n/\partial w_{ji}`);
    return has(step, 'Rz')
      ? {
          tex: String.raw`${left}=${R(String.raw`\delta_j`)}\,z_i+\delta_j\,${R('z_i')}`,
          section: 'PRML 5.110',
        }
      : { tex: String.raw`${left}=${R(String.raw`\delta_j`)}\,x_i`, section: 'PRML 5.111' };
  },
};

/** The rule that a step follows. */
export const ruleOf = (step: Step, setting: Setting): Rule => rules[step.quantity](step, setting);
