import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../engine/experiment/problem.ts';
import { gaussians } from '../../../engine/data/random.ts';
import { topologyOf } from '../../../engine/network/topology.ts';
import { randomProblem } from '../../../engine/testing/randomProblem.ts';
import { traceOf } from '../../../engine/trace/trace.ts';
import { renderFormula } from '../../controls/renderFormula.ts';
import katex from 'katex';
import { CARD, layoutCards, tooLargeToDraw } from './cardLayout.ts';
import { knownOf, unitRows } from './known.ts';
import { phaseRuns } from './phases.ts';
import { placesOf } from './places.ts';
import { ruleOf } from './symbols.ts';
import { texFactor, texNumber } from './texNumber.ts';
import { usesWeight } from './usedUnits.ts';
import { withNumbers } from './withNumbers.ts';

const problems = randomProblem({ layers: 'dense' });
const traceFor = (problem: Problem) => traceOf(problem, 0, gaussians(4, problem.parameters.length));

/** What a written sum comes to: KaTeX read as arithmetic, brackets innermost first. */
function evaluated(tex: string): number {
  const plain = tex
    .replaceAll(String.raw`\bigl`, '')
    .replaceAll(String.raw`\bigr`, '')
    .replaceAll(String.raw`\cdot `, '*')
    .replaceAll(/\{\\times\}10\^\{(-?\d+)\}/g, 'e$1');
  const product = (text: string): number => text.split('*').reduce((all, one) => all * Number(one), 1);
  // A sign after a digit parts two terms; one after e, * or a sign belongs to its number.
  const sum = (text: string): number =>
    text.split(/(?<=\d)(?<!e)(?:\+|(?=-))/).reduce((all, one) => all + product(one), 0);
  let left = plain;
  while (left.includes('(')) left = left.replace(/\(([^()]*)\)/, (_, inner: string) => String(sum(inner)));
  return sum(left.replaceAll('--', '+').replaceAll('+-', '-'));
}

describe('equations with numbers', () => {
  it('say what KaTeX can set, and what is written comes to the value', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const topology = topologyOf(problem.network);
        const trace = traceFor(problem);
        const [places, known] = [placesOf(topology), knownOf(trace)];
        for (const step of trace.steps) {
          const place = places[step.unit];
          if (place === undefined) throw new Error('internal: no place');
          const { tex, section } = ruleOf(step, { place, loss: problem.loss.kind });
          expect(section).toMatch(/^PRML (4|5)\.\d+/);
          const lines = withNumbers(step, place, known, topology);
          for (const line of [tex, ...lines]) expect(renderFormula(katex, line, false), line).not.toBeNull();
          if (step.quantity === 'product' || step.terms.length === 0) continue;
          const [line = ''] = lines;
          const parts = line.split('=');
          if (line.includes('cdots')) continue;
          const largest = Math.max(...step.terms.flatMap(({ values }) => values.map(Math.abs)), 1);
          const factors = step.terms.flatMap(({ before }) => before.map(({ value }) => Math.abs(value)));
          const scale =
            largest ** 2 *
            Math.max(1, ...factors) ** 2 *
            (1 + step.terms.flatMap(({ units }) => units).length);
          // Three digits a factor.
          expect(Math.abs(evaluated(parts.at(-2) ?? '') - (step.values[0] ?? NaN)), line).toBeLessThan(
            0.02 * scale,
          );
        }
      }),
      { numRuns: 20 },
    );
  });

  it('numbers in KaTeX: signs, brackets and powers of ten', () => {
    expect(texNumber(-0.5)).toBe('-0.5');
    expect(texNumber(-1.234e-7)).toBe('-1.23{\\times}10^{-7}');
    expect(texNumber(NaN)).toBe('\\text{—}');
    expect(texFactor(-2)).toBe('(-2)');
    expect(texFactor(2)).toBe('2');
  });
});

describe('the drawing', () => {
  it('has a card for every unit and an edge for every weight, none over another', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const topology = topologyOf(problem.network);
        const { cards, edges, width, height } = layoutCards(topology);
        expect(tooLargeToDraw(topology)).toBeNull();
        expect(cards).toHaveLength(placesOf(topology).length);
        expect(edges).toHaveLength(
          topology.layers.reduce((sum, { units, inputs }) => sum + units * inputs, 0),
        );
        expect(new Set(edges.map(({ key }) => key)).size).toBe(edges.length);
        cards.forEach((card, q) => {
          expect(card.x + CARD.width).toBeLessThan(width);
          expect(card.y + card.height).toBeLessThan(height);
          for (const other of cards.slice(q + 1))
            expect(other.x !== card.x || other.y >= card.y + card.height).toBe(true);
        });
      }),
    );
  });

  it('marks as many weights as a step has terms', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { edges } = layoutCards(topologyOf(problem.network));
        for (const step of traceFor(problem).steps) {
          if (step.quantity !== 'a' && step.quantity !== 'delta') continue;
          const weights = step.terms.filter(
            ({ names }) => names.join() === 'w,z' || names.join() === 'w,delta',
          );
          const used = edges.filter(({ from, to }) => usesWeight(step, from, to)).length;
          expect(used).toBe(weights.reduce((sum, { units }) => sum + units.length, 0));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('says why a network is too large for it', () => {
    const wide = topologyOf({
      input: [2],
      layers: [{ name: 'wide', kind: 'dense', units: 40, activation: 'tanh', from: ['input'] }],
    });
    expect(tooLargeToDraw(wide)).toBe('The drawing holds 12 units a layer, wide has 40');
  });
});

it('knows every number from its step on, and inputs from the start', () => {
  fc.assert(
    fc.property(problems, (problem) => {
      const trace = traceFor(problem);
      const known = knownOf(trace);
      trace.inputs.forEach((x, unit) => {
        expect(known.value('z', unit)).toBe(x);
        expect(known.from('z', unit)).toBe(0);
      });
      const numbers = trace.steps.filter(({ quantity }) => quantity !== 'product').length;
      const units = Array.from({ length: trace.offsets.at(-1) ?? 0 }, (_, unit) => unit).slice(
        trace.inputs.length,
      );
      const found = units.flatMap((unit) =>
        unitRows.flat().filter((quantity) => known.from(quantity, unit) < Infinity),
      );
      expect(found).toHaveLength(numbers);
      const runs = phaseRuns(trace);
      expect(runs.reduce((sum, { count }) => sum + count, 0)).toBe(trace.steps.length);
    }),
    { numRuns: 60 },
  );
});
