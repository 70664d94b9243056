import type { ModelOnPlane, SurfaceModel, SurfacePlane } from '../../../workers/protocol.ts';
import { formatNumber } from '../../controls/formatNumber.ts';
import { shownEntries } from './shownEntries.ts';
import { modelStyles } from './modelStyles.ts';

/** Widths within this factor of each other are called the same. */
const SAME = 1.03;

const axisWords = ['first', 'second'] as const;

interface Curvatures {
  readonly word: (typeof axisWords)[number];
  /** pᵀHp: how the error itself bends along the axis. */
  readonly exact: number;
  readonly model: number;
}

const curvaturesOf = (exact: ModelOnPlane, model: ModelOnPlane): readonly Curvatures[] =>
  axisWords.map((word, axis) => ({
    word,
    exact: exact.matrix[axis === 0 ? 0 : 2],
    model: model.matrix[axis === 0 ? 0 : 2],
  }));

/** How far a model is from the truth along an axis: |ln| of the widths' ratio; ∞ where one is no valley. */
function distance({ exact, model }: Curvatures): number {
  if (exact > 0 && model > 0) return Math.abs(Math.log(model / exact)) / 2;
  return Math.sign(exact) === Math.sign(model) ? 0 : Infinity;
}

function alongWorst(label: string, { word, exact, model }: Curvatures): string {
  const [H, A] = [exact, model].map((value) => formatNumber(value, 3));
  const along = `along the ${word} axis`;
  if (exact <= 0 && model > 0)
    return `${label} sees a valley ${along} (${A}), where the error bends down (${H}).`;
  if (exact > 0 && model <= 0)
    return `${label} sees no valley ${along} (${A}), where the error has one (${H}).`;
  if (exact <= 0) return `${label} sees, like the error, no valley along either axis.`;
  // A quadratic ½ k s² reaches a height at s ∝ 1/√k.
  const ratio = Math.sqrt(exact / model);
  if (ratio > SAME)
    return `${label}’s valley is ${formatNumber(ratio, 3)} times wider than the true one ${along}.`;
  if (ratio < 1 / SAME)
    return `${label}’s valley is ${formatNumber(1 / ratio, 3)} times narrower than the true one ${along}.`;
  return `${label}’s valley is as wide as the true one along both axes.`;
}

/** Part of √(pᵀHp qᵀHq) that a missing cross term must have to be worth a word. */
const TILT = 0.05;

function tilt(exact: ModelOnPlane, model: ModelOnPlane): string {
  const [pp, pq, qq] = shownEntries(exact);
  const [, seen] = shownEntries(model);
  const missing = Math.abs(pq - seen);
  if (!(missing > TILT * Math.sqrt(Math.abs(pp * qq)))) return '';
  return seen === 0
    ? ` It leaves out the tilt of the valley: the entry between the axes is ${formatNumber(pq, 3)}, not 0.`
    : ` It tilts the valley differently: ${formatNumber(seen, 3)} between the axes, not ${formatNumber(pq, 3)}.`;
}

/** One or two sentences on what an approximation gets wrong in this plane. */
export function readOff({ models }: Pick<SurfacePlane, 'models'>, model: SurfaceModel): string {
  const { label } = modelStyles[model];
  const both = curvaturesOf(models.exact, models[model]);
  const worst = both.reduce((a, b) => (distance(b) > distance(a) ? b : a));
  return alongWorst(label, worst) + tilt(models.exact, models[model]);
}
