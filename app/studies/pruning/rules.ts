import { type PruningRuleId, pruningRuleIds, pruningRules } from '../../../engine/uses/pruning/index.ts';
import { cycle, dashes, symbols } from '../../lenses/differences/seriesColours.ts';

/** In the order of figures and tables. */
export const rules = pruningRuleIds;

export const ruleLabel = (rule: PruningRuleId): string => pruningRules[rule].label;

/** How a rule is drawn everywhere. */
export const ruleStyle = (rule: PruningRuleId, colours: readonly string[]) => {
  const k = rules.indexOf(rule);
  return { color: cycle(colours, [3, 1, 0][k] ?? 0), symbol: cycle(symbols, k), dash: cycle(dashes, k) };
};
