import type { FigureLayout, FigureSpec, ScatterTrace } from '../../charts/figure/spec.ts';
import type { RecurrentCourse, RecurrentReply } from '../../../workers/protocol/recurrent.ts';
import type { Ink } from '../../charts/ink.ts';
import { cycle, dashes } from '../../lenses/differences/seriesColours.ts';
import { curveTexts } from './recurrentWords.ts';

export type Quantity = 'y' | 'z' | 'Ry' | 'Rz';

const quantities: readonly Quantity[] = ['y', 'z', 'Ry', 'Rz'];

/** The relaxation of one quantity on a pattern; null where there is none. */
export function courseOf(reply: RecurrentReply, pattern: number, of: Quantity): RecurrentCourse | null {
  if (of === 'y') return reply.patterns[pattern]?.course ?? null;
  return reply.derivatives?.courses[pattern]?.[of] ?? null;
}

const time = (steps: Float64Array, rate: number): number[] => Array.from(steps, (step) => step * rate);

const layoutOf = (axis: string, log: boolean): FigureLayout => ({
  xaxis: { title: { text: 'time, steps · τ', standoff: 8 }, zeroline: false },
  yaxis: {
    title: { text: axis, standoff: 8 },
    ...(log ? { type: 'log', exponentformat: 'power', dtick: 3 } : {}),
  },
  hovermode: 'closest',
  margin: { l: 56, r: 10, t: 10, b: 48 },
});

/** Units over relaxation time, with the targets of those that have one. */
export function courseFigure(
  reply: RecurrentReply,
  pattern: number,
  of: Quantity,
  rate: number,
  style: { readonly colours: readonly string[]; readonly ink: Ink },
): FigureSpec {
  const course = courseOf(reply, pattern, of);
  if (course === null) return { traces: [], layout: {} };
  const n = reply.inputs.length / reply.patterns.length;
  const x = time(course.steps, rate);
  const traces: ScatterTrace[] = Array.from({ length: n }, (_, unit) => ({
    type: 'scatter',
    mode: 'lines',
    name: `unit ${unit + 1}`,
    x,
    y: x.map((__, k) => course.states[k * n + unit]),
    line: { color: cycle(style.colours, unit), width: 2, dash: cycle(dashes, Math.floor(unit / 4)) },
  }));
  if (of === 'y')
    reply.outputs.forEach((unit, k) => {
      traces.push({
        type: 'scatter',
        mode: 'markers',
        name: `target of ${unit + 1}`,
        x: [x.at(-1)],
        y: [reply.targets[pattern * reply.outputs.length + k]],
        marker: { color: style.ink.card, size: 9, line: { color: cycle(style.colours, unit), width: 2 } },
        cliponaxis: false,
      });
    });
  return { traces, layout: layoutOf(curveTexts[of].axis, false) };
}

/** How far all four quantities move at every step. */
export function movementFigure(
  reply: RecurrentReply,
  pattern: number,
  rate: number,
  colours: readonly string[],
): FigureSpec {
  const traces = quantities.flatMap((of, k): readonly ScatterTrace[] => {
    const course = courseOf(reply, pattern, of);
    if (course === null) return [];
    return [
      {
        type: 'scatter',
        mode: 'lines',
        name: curveTexts[of].label,
        x: time(course.movementSteps, rate),
        y: Array.from(course.movements, (movement) => (movement > 0 ? movement : null)),
        line: { color: cycle(colours, k), width: 2, dash: cycle(dashes, k) },
      },
    ];
  });
  return { traces, layout: layoutOf(curveTexts.movement.axis, true) };
}
