/** How times grow with the number of parameters, fitted where multiplications outweigh everything else. */
import { createWorkspace } from '../../engine/curvature/createWorkspace.ts';
import { matrixOf } from '../../engine/curvature/index.ts';
import type { Problem } from '../../engine/experiment/problem.ts';
import { N } from './networks.ts';
import { hessianVectorRun, matrixRun } from './ours.ts';
import { problemOf } from './problems.ts';
import { logLogSlope } from './slope.ts';
import { timeInTurn, type Effort, type Run } from './stopwatch.ts';

interface Point {
  readonly W: number;
  /** Median and fastest sample. */
  readonly milliseconds: number;
  readonly fastest: number;
  readonly stopped?: string;
}

interface Growth {
  readonly expected: number;
  /** The fit is over W from here on. */
  readonly fittedFrom: number;
  readonly slope: number;
  /** Of the fastest samples: with the processor free. */
  readonly slopeUndisturbed: number;
  readonly slopeOverAll: number;
  readonly patterns: number;
  readonly points: readonly Point[];
}

export interface GrowthReport {
  readonly networks: { readonly quadratic: string; readonly linear: string; readonly fourPoint: string };
  readonly quantities: Readonly<Record<string, Growth>>;
  /** Slope of the number of operations of the exact Hessian over the fitted range: what its time could reach. */
  readonly exactOperationsSlope: number;
}

/** Few units, whose activations cost little beside the multiplications; what grows is what they read. */
const UNITS = [8, 3] as const;
/** W = 59 … 1963 */
const INPUTS = [3, 7, 16, 32, 57, 102, 160, 241] as const;
/**
 * What multiplies every weight only a few times needs fewer units still, and rectified ones: one tanh takes as long as
 * some hundred multiplications of a forward pass.
 */
const UNITS_LINEAR = [2, 1] as const;
/** W = 49 … 4005 */
const INPUTS_LINEAR = [22, 44, 80, 145, 245, 425, 660, 1000, 2000] as const;
/** Four-point differences visit W²/2 pairs, four errors each: smaller networks, fewer patterns. W = 47 … 403 */
const UNITS_FOUR_POINT = [1, 1] as const;
const INPUTS_FOUR_POINT = [44, 80, 145, 200, 280, 400] as const;
const PATTERNS_FOUR_POINT = 10;
const FITTED_FROM = 400;
const FITTED_FROM_LINEAR = 400;
const FITTED_FROM_FOUR_POINT = 80;

/** All sizes in turn: a machine that slows down slows all of them, and the slope stays. */
async function collect<Name extends string>(
  inputs: readonly number[],
  problemWith: (inputs: number) => Problem,
  runsOf: (problem: Problem) => Record<Name, Run>,
  effort: Effort,
): Promise<Record<Name, Point[]>> {
  const contestants: Record<string, Run> = {};
  const keys: { readonly name: Name; readonly W: number; readonly key: string }[] = [];
  for (const count of inputs) {
    const problem = problemWith(count);
    for (const [name, run] of Object.entries<Run>(runsOf(problem)) as [Name, Run][]) {
      const W = problem.parameters.length;
      const key = `${name} ${W}`;
      contestants[key] = run;
      keys.push({ name, W, key });
    }
  }
  const times = await timeInTurn(contestants, effort);
  const points: Partial<Record<Name, Point[]>> = {};
  for (const { name, W, key } of keys) {
    const { median, fastest, stopped } = times[key];
    const point = { W, milliseconds: median, fastest, ...(stopped !== undefined && { stopped }) };
    (points[name] ??= []).push(point);
  }
  return points as Record<Name, Point[]>;
}

function growth(points: readonly Point[], expected: number, fittedFrom: number, patterns: number): Growth {
  const slopeFrom = (least: number, time: 'milliseconds' | 'fastest'): number =>
    logLogSlope(points.filter(({ W }) => W >= least).map((point) => [point.W, point[time]]));
  return {
    expected,
    fittedFrom,
    slope: slopeFrom(fittedFrom, 'milliseconds'),
    slopeUndisturbed: slopeFrom(fittedFrom, 'fastest'),
    slopeOverAll: slopeFrom(0, 'milliseconds'),
    patterns,
    points,
  };
}

/** Measures and fits all quantities; `quick` leaves out the largest networks. */
export async function measureGrowth(effort: Effort, quick: boolean): Promise<GrowthReport> {
  const inputs = quick ? INPUTS.slice(0, -2) : INPUTS;
  const points = await collect(
    inputs,
    (count) => problemOf([count, ...UNITS], N),
    (problem) => ({
      exact: matrixRun('exact', problem),
      outerProduct: matrixRun('outer-product', problem),
    }),
    effort,
  );
  const linear = await collect(
    quick ? INPUTS_LINEAR.slice(0, -2) : INPUTS_LINEAR,
    (count) => problemOf([count, ...UNITS_LINEAR], N, 'relu'),
    (problem) => ({
      hessianVector: hessianVectorRun(problem),
      diagonal: matrixRun('diagonal', problem),
    }),
    effort,
  );
  const { fourPoint } = await collect(
    quick ? INPUTS_FOUR_POINT.slice(0, -1) : INPUTS_FOUR_POINT,
    (count) => problemOf([count, ...UNITS_FOUR_POINT], PATTERNS_FOUR_POINT, 'relu'),
    (problem) => ({ fourPoint: matrixRun('four-point', problem) }),
    effort,
  );
  const operations = inputs.map((count) => {
    const workspace = createWorkspace(problemOf([count, ...UNITS], N));
    return [workspace.topology.W, matrixOf('exact').operations(workspace)] as const;
  });
  return {
    networks: {
      quadratic: `m-${UNITS.join('-')}`,
      linear: `m-${UNITS_LINEAR.join('-')}, relu inside`,
      fourPoint: `m-${UNITS_FOUR_POINT.join('-')}, relu inside`,
    },
    quantities: {
      hessianVector: growth(linear.hessianVector, 1, FITTED_FROM_LINEAR, N),
      diagonal: growth(linear.diagonal, 1, FITTED_FROM_LINEAR, N),
      exact: growth(points.exact, 2, FITTED_FROM, N),
      outerProduct: growth(points.outerProduct, 2, FITTED_FROM, N),
      fourPointDifferences: growth(fourPoint, 3, FITTED_FROM_FOUR_POINT, PATTERNS_FOUR_POINT),
    },
    exactOperationsSlope: logLogSlope(operations.filter(([W]) => W >= FITTED_FROM)),
  };
}
