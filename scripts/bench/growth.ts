/** How times grow with the number of parameters, fitted where multiplications outweigh everything else. */
import { createWorkspace } from '../../engine/curvature/createWorkspace.ts';
import { matrixOf } from '../../engine/curvature/index.ts';
import { N } from './networks.ts';
import { hessianVectorRun, matrixRun } from './ours.ts';
import { problemOf } from './problems.ts';
import { logLogSlope } from './slope.ts';
import { timeInTurn, type Effort, type Run } from './stopwatch.ts';

interface Point {
  readonly W: number;
  readonly milliseconds: number;
  readonly stopped?: string;
}

interface Growth {
  readonly expected: number;
  /** The fit is over W from here on. */
  readonly fittedFrom: number;
  readonly slope: number;
  readonly slopeOverAll: number;
  readonly patterns: number;
  readonly points: readonly Point[];
}

export interface GrowthReport {
  readonly networks: string;
  readonly quantities: Readonly<Record<string, Growth>>;
  /** Slope of the number of operations of the exact Hessian over the fitted range: what its time could reach. */
  readonly exactOperationsSlope: number;
}

const INPUTS = 4;
const OUTPUTS = 3;
/** W = 55 … 1963 */
const HIDDEN = [4, 6, 9, 13, 18, 25, 32, 40] as const;
/** Four-point differences visit W² pairs, four errors each: smaller networks, fewer patterns. */
const HIDDEN_FOUR_POINT = [4, 6, 9, 13] as const;
const PATTERNS_FOUR_POINT = 40;
const FITTED_FROM = 400;
const FITTED_FROM_FOUR_POINT = 90;

const sizesOf = (hidden: number): number[] => [INPUTS, hidden, hidden, OUTPUTS];

async function collect(
  hidden: readonly number[],
  patterns: number,
  runsOf: (problem: ReturnType<typeof problemOf>) => Record<string, Run>,
  effort: Effort,
): Promise<Record<string, Point[]>> {
  const points: Record<string, Point[]> = {};
  for (const units of hidden) {
    const problem = problemOf(sizesOf(units), patterns);
    const times = await timeInTurn(runsOf(problem), effort);
    for (const [name, { median, stopped }] of Object.entries(times))
      (points[name] ??= []).push({
        W: problem.parameters.length,
        milliseconds: median,
        ...(stopped !== undefined && { stopped }),
      });
  }
  return points;
}

function growth(points: readonly Point[], expected: number, fittedFrom: number, patterns: number): Growth {
  const slopeFrom = (least: number): number =>
    logLogSlope(points.filter(({ W }) => W >= least).map(({ W, milliseconds }) => [W, milliseconds]));
  return { expected, fittedFrom, slope: slopeFrom(fittedFrom), slopeOverAll: slopeFrom(0), patterns, points };
}

/** Measures and fits all quantities; `quick` leaves out the largest networks. */
export async function measureGrowth(effort: Effort, quick: boolean): Promise<GrowthReport> {
  const hidden = quick ? HIDDEN.slice(0, -2) : HIDDEN;
  const points = await collect(
    hidden,
    N,
    (problem) => ({
      hessianVector: hessianVectorRun(problem),
      diagonal: matrixRun('diagonal', problem),
      exact: matrixRun('exact', problem),
      outerProduct: matrixRun('outer-product', problem),
    }),
    effort,
  );
  const { fourPoint } = await collect(
    quick ? HIDDEN_FOUR_POINT.slice(0, -1) : HIDDEN_FOUR_POINT,
    PATTERNS_FOUR_POINT,
    (problem) => ({ fourPoint: matrixRun('four-point', problem) }),
    effort,
  );
  const operations = hidden.map((units) => {
    const workspace = createWorkspace(problemOf(sizesOf(units), N));
    return [workspace.topology.W, matrixOf('exact').operations(workspace)] as const;
  });
  return {
    networks: `${INPUTS}-h-h-${OUTPUTS}`,
    quantities: {
      hessianVector: growth(points.hessianVector, 1, FITTED_FROM, N),
      diagonal: growth(points.diagonal, 1, FITTED_FROM, N),
      exact: growth(points.exact, 2, FITTED_FROM, N),
      outerProduct: growth(points.outerProduct, 2, FITTED_FROM, N),
      fourPointDifferences: growth(fourPoint, 3, FITTED_FROM_FOUR_POINT, PATTERNS_FOUR_POINT),
    },
    exactOperationsSlope: logLogSlope(operations.filter(([W]) => W >= FITTED_FROM)),
  };
}
