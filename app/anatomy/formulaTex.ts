import type { EntryFormula } from '../../workers/protocol.ts';
import { texFactor, texNumber, texProduct } from './texNumber.ts';

/** A formula of PRML or the sum over paths: what it is for, where it stands, and how its two weights are called in it. */
interface FormulaText {
  readonly about: string;
  readonly section: string;
  readonly weights: readonly [string, string];
}

export const formulaTexts: { readonly [F in EntryFormula['form']]: FormulaText } = {
  'output-output': {
    about: 'Both weights in layer 2',
    section: 'PRML 5.93',
    weights: ['w_{kj}^{(2)}', "w_{k'j'}^{(2)}"],
  },
  'hidden-hidden': {
    about: 'Both weights in layer 1',
    section: 'PRML 5.94',
    weights: ['w_{ji}^{(1)}', "w_{j'i'}^{(1)}"],
  },
  'hidden-output': {
    about: 'One weight in each layer',
    section: 'PRML 5.95',
    weights: ['w_{ji}^{(1)}', "w_{kj'}^{(2)}"],
  },
  paths: {
    about: 'The sum over all paths',
    section: 'PRML 5.4.5',
    weights: ['w_{ji}', 'w_{kp}'],
  },
};

const M_BRACE = (tex: string): string => String.raw`\underbrace{${tex}}_{M}`;
const DELTA_BRACE = (tex: string): string => String.raw`\underbrace{${tex}}_{\delta}`;

/** The formula in symbols. */
export function symbolsTex(formula: EntryFormula): string {
  switch (formula.form) {
    case 'output-output':
      return String.raw`z_j\,z_{j'}\,M_{kk'}`;
    case 'hidden-hidden':
      return String.raw`x_i\,x_{i'}\big\{h''(a_j)I_{jj'}\textstyle\sum_kw_{kj}\delta_k+h'(a_j)h'(a_{j'})\textstyle\sum_k\sum_{k'}w_{kj}w_{k'j'}M_{kk'}\big\}`;
    case 'hidden-output':
      return String.raw`x_i\,h'(a_j)\big\{\delta_kI_{jj'}+z_{j'}\textstyle\sum_{k'}w_{k'j}M_{kk'}\big\}`;
    case 'paths': {
      const inner = [
        ...(formula.JMJ === null
          ? []
          : [
              String.raw`\textstyle\sum_{r,s}\dfrac{\partial a_r}{\partial a_j}M_{rs}\dfrac{\partial a_s}{\partial a_k}`,
            ]),
        ...(formula.bends === null
          ? []
          : [
              String.raw`\textstyle\sum_uh''(a_u)e_u\dfrac{\partial a_u}{\partial a_j}\dfrac{\partial a_u}{\partial a_k}`,
            ]),
      ];
      const outer = [
        ...(inner.length === 0 ? [] : [String.raw`z_i\,z_p\big\{${inner.join('+')}\big\}`]),
        ...(formula.change === null ? [] : [String.raw`z_i\dfrac{\partial z_p}{\partial a_j}\delta_k`]),
      ];
      return outer.length === 0 ? '0' : outer.join('+');
    }
  }
}

/** The formula with the numbers of one pattern; c is a factor where it is not 1. */
export function numbersTex(formula: EntryFormula, c: number, N: number): string {
  const share = c === 1 ? '' : String.raw`\tfrac1{${N}}\times `;
  switch (formula.form) {
    case 'output-output':
      return share + M_BRACE(texProduct([...formula.z, formula.M]));
    case 'hidden-hidden': {
      const { x, h1, bend, wMw } = formula;
      const bent = bend === null ? '0' : texProduct([bend.h2, bend.e]);
      const through = texProduct([...h1, wMw]);
      return String.raw`${share}${texProduct(x)}\times\{${DELTA_BRACE(bent)}+${M_BRACE(through)}\}`;
    }
    case 'hidden-output': {
      const { x, h1, delta, z, wM } = formula;
      const through = M_BRACE(texProduct([z, wM]));
      return String.raw`${share}${texProduct([x, h1])}\times\{${DELTA_BRACE(texNumber(delta ?? 0))}+${through}\}`;
    }
    case 'paths': {
      const { z, JMJ, bends, change } = formula;
      const inner = [
        ...(JMJ === null ? [] : [M_BRACE(texNumber(JMJ))]),
        ...(bends === null ? [] : [DELTA_BRACE(JMJ === null ? texNumber(bends) : texFactor(bends))]),
      ];
      const braces = inner.length === 0 ? '' : String.raw`${texProduct(z)}\times\{${inner.join('+')}\}`;
      const changed = change === null ? '' : DELTA_BRACE(texProduct([z[0], change.slope, change.delta]));
      const all = [braces, changed].filter((part) => part !== '').join('+');
      if (all === '') return '0';
      return share === '' || (braces !== '') !== (changed !== '') ? share + all : `${share}[${all}]`;
    }
  }
}

/** Both parts, and weight decay on the diagonal, with the entry they add up to. */
export function sumsTex(delta: number, M: number, decay: number, entry: number): string {
  const alpha = decay === 0 ? '' : String.raw`+\underbrace{${texNumber(decay, 4)}}_{\alpha}`;
  const parts = `${DELTA_BRACE(texNumber(delta, 4))}+${M_BRACE(texFactor(M, 4))}`;
  return `${parts}${alpha}=${texNumber(entry, 4)}`;
}
