import { type PruningRuleId, pruningRuleIds, pruningRules } from '../../../engine/uses/pruning/index.ts';

/** In the order of figures and tables. */
export const rules = pruningRuleIds;

export const ruleLabel = (rule: PruningRuleId): string => pruningRules[rule].label;
