import {
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  lab65,
  parse,
} from 'culori';
import { scaleLinear } from 'd3-scale';
import { schemePuOr } from 'd3-scale-chromatic';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { colourAt, colourTable, MIDDLE, STEPS, stepOf } from './colourScale.ts';

const themes = ['light', 'dark'] as const;

const visions = {
  normal: parse,
  protan: (colour: string) => filterDeficiencyProt(1)(parse(colour)),
  deutan: (colour: string) => filterDeficiencyDeuter(1)(parse(colour)),
  tritan: (colour: string) => filterDeficiencyTrit(1)(parse(colour)),
};

/** Below this share of the scale both signs may fade into the calm zero. */
const TELLABLE = 0.15;

describe.each(themes)('colour scale, %s', (theme) => {
  test.each(Object.entries(visions))('+t and −t differ by ΔE2000 ≥ 10 to %s vision', (_, see) => {
    const difference = differenceCiede2000();
    for (let t = TELLABLE; t < 1.001; t += 0.005) {
      expect(difference(see(colourAt(theme, t)), see(colourAt(theme, -t))), `t = ${t}`).toBeGreaterThan(10);
    }
  });

  test('lightness runs one way from zero to both ends', () => {
    const away = theme === 'light' ? -1 : 1;
    for (const sign of [-1, 1]) {
      let before = lab65(colourAt(theme, 0)).l;
      for (let step = 8; step <= MIDDLE; step += 8) {
        const { l } = lab65(colourAt(theme, (sign * step) / MIDDLE));
        expect(away * (l - before), `${sign} · ${step}`).toBeGreaterThan(0);
        before = l;
      }
    }
  });

  test('positive is orange, negative purple', () => {
    expect(lab65(colourAt(theme, 0.6)).b).toBeGreaterThan(20);
    expect(lab65(colourAt(theme, -0.6)).b).toBeLessThan(-15);
  });

  test('the table holds the colours, opaque', () => {
    const table = colourTable(theme);
    expect(table).toHaveLength(STEPS);
    const bytes = new Uint8Array(table.buffer);
    const { r, g, b } = parse(colourAt(theme, 1));
    expect([...bytes.slice(-4)]).toEqual([r * 255, g * 255, b * 255, 255].map(Math.round));
  });
});

test.each(themes)('%s: +t and −t are equally light to within 3 of L*', (theme) => {
  for (let t = 0; t <= 1; t += 0.02) {
    expect(Math.abs(lab65(colourAt(theme, t)).l - lab65(colourAt(theme, -t)).l)).toBeLessThan(3);
  }
});

test('steps are symmetric around zero and never leave the table', () => {
  expect(stepOf(0)).toBe(MIDDLE);
  fc.assert(
    fc.property(fc.double({ noNaN: true, min: -3, max: 3 }), (t) => {
      expect(stepOf(t) - MIDDLE).toBe(MIDDLE - stepOf(-t));
      expect(Math.abs(stepOf(t) - MIDDLE)).toBeLessThanOrEqual(MIDDLE);
    }),
  );
});

const PUOR = schemePuOr[11] ?? [];
const blends = {
  light: scaleLinear<string>(
    [-1.372, -1.097, -0.714, -0.399, -0.153, 0, 0.102, 0.274, 0.532, 0.775, 1],
    PUOR,
  ),
  // PuOr inside out: its palest colours at the ends
  dark: scaleLinear<string>(
    [-1.082, -0.958, -0.76, -0.506, -0.197, 0, 0.275, 0.457, 0.653, 0.861, 1],
    [...PUOR.slice(1, 6).reverse(), '#211e1b', ...PUOR.slice(6).reverse()],
  ),
};

test.each(themes)('%s: the colours are ColorBrewer’s PuOr, blended as d3 blends them', (theme) => {
  for (let t = -1; t <= 1; t += 0.001) expect(colourAt(theme, t)).toBe(blends[theme](t));
});
