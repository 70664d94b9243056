/** The list of pruning rules: what the page says of them. What they compute is in deletions.ts. */

/** Which weight goes first. */
export interface PruningRule {
  readonly label: string;
  /** KaTeX of what weights are ranked by. */
  readonly formula: string;
  /** Whether the score predicts ΔE. */
  readonly predicts: boolean;
  readonly source: string;
}

/** Every rule by its id, in the order of menus. */
export const pruningRules = {
  magnitude: {
    label: 'Magnitude',
    formula: String.raw`|w_q|`,
    predicts: false,
    source: 'Hanson & Pratt 1989',
  },
  'optimal-brain-damage': {
    label: 'Optimal Brain Damage',
    formula: String.raw`\tfrac12H_{qq}w_q^2`,
    predicts: true,
    source: 'LeCun, Denker & Solla 1990',
  },
  'optimal-brain-surgeon': {
    label: 'Optimal Brain Surgeon',
    formula: String.raw`\frac{w_q^2}{2[H^{-1}]_{qq}}`,
    predicts: true,
    source: 'Hassibi & Stork 1993',
  },
} satisfies Record<string, PruningRule>;

export type PruningRuleId = keyof typeof pruningRules;

/** All ids, in the order of menus. */
export const pruningRuleIds = Object.keys(pruningRules) as readonly PruningRuleId[];
