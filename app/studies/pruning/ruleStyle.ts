import type { PruningRuleId } from '../../../workers/protocol/pruning.ts';
import { cycle, dashes, symbols } from '../../lenses/differences/seriesColours.ts';
import { rules } from './rules.ts';

/** How a rule is drawn everywhere. */
export const ruleStyle = (rule: PruningRuleId, colours: readonly string[]) => {
  const k = rules.indexOf(rule);
  return { color: cycle(colours, [3, 1, 0][k] ?? 0), symbol: cycle(symbols, k), dash: cycle(dashes, k) };
};
