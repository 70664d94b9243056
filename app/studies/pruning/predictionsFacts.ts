import type { PredictionsReply, PruningRuleId, RulePredictions } from '../../../workers/protocol/pruning.ts';

const median = (values: readonly number[]): number => {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const half = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(half)] ?? NaN) + (sorted[Math.ceil(half)] ?? NaN)) / 2;
};

/** Predicted ΔE, with the gradient term where it is asked for. */
export const predictedOf = ({ predicted, first }: RulePredictions, gradient: boolean): Float64Array =>
  gradient ? predicted.map((value, k) => value + (first[k] ?? NaN)) : predicted;

/** |gᵀδw| next to the second-order term of Optimal Brain Damage, the median over all weights; NaN without it. */
export function gradientShare({ rules }: Pick<PredictionsReply, 'rules'>): number {
  const damage = rules['optimal-brain-damage'];
  if (damage === undefined) return NaN;
  return median(Array.from(damage.first, (first, k) => Math.abs(first / (damage.predicted[k] ?? NaN))));
}

/** Places in rising order from 0, those of equal values shared. */
function ranksOf(values: readonly number[]): readonly number[] {
  const order = values.map((_, k) => k).sort((a, b) => (values[a] ?? NaN) - (values[b] ?? NaN));
  const ranks = new Array<number>(values.length);
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to + 1 < order.length && values[order[to + 1] ?? -1] === values[order[from] ?? -1]) to++;
    for (let k = from; k <= to; k++) ranks[order[k] ?? -1] = (from + to) / 2;
    from = to + 1;
  }
  return ranks;
}

/** Spearman's: 1 where both rank alike, −1 where they rank in reverse; NaN where one of them is constant. */
export function rankCorrelation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const [p, q] = [ranksOf(Array.from(a)), ranksOf(Array.from(b))];
  const mean = (p.length - 1) / 2;
  const sum = (u: readonly number[], v: readonly number[]): number =>
    u.reduce((total, x, k) => total + (x - mean) * ((v[k] ?? NaN) - mean), 0);
  return sum(p, q) / Math.sqrt(sum(p, p) * sum(q, q));
}

/** What a rule's predictions are worth. */
export interface PredictionFacts {
  /** The weight it would delete, its predicted and true ΔE. */
  readonly index: number;
  readonly predicted: number;
  readonly truth: number;
  readonly correlation: number;
  /** The median factor, 1 or more, by which predictions are off; NaN where none has the right sign. */
  readonly factor: number;
}

/** The rule's lowest score is the weight that goes: by magnitude the gradient term plays no part in it. */
export function factsOf(
  left: readonly number[],
  rule: PruningRuleId,
  predictions: RulePredictions,
  gradient: boolean,
): PredictionFacts {
  const { truth } = predictions;
  const predicted = predictedOf(predictions, gradient && rule !== 'magnitude');
  const lowest = predicted.reduce((best, value, k) => (value < (predicted[best] ?? NaN) ? k : best), 0);
  const factors = Array.from(predicted, (value, k) => {
    const ratio = value / (truth[k] ?? NaN);
    return ratio > 0 ? Math.max(ratio, 1 / ratio) : NaN;
  });
  return {
    index: left[lowest] ?? -1,
    predicted: predicted[lowest] ?? NaN,
    truth: truth[lowest] ?? NaN,
    correlation: rankCorrelation(predicted, truth),
    factor: median(factors),
  };
}
