import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCsv } from './csv.ts';

describe('a table of numbers', () => {
  it.each([
    ['commas', 'x,y\n1,2\n3,4\n'],
    ['semicolons', 'x;y\n1;2\n3;4'],
    ['tabs', 'x\ty\r\n1\t2\r\n3\t4\r\n'],
    ['blank lines, spaces and a byte order mark', '\ufeffx, y\n\n 1, 2\n,\n3 ,4\n\n'],
    ['quotes', '"x","y"\n"1","2"\n3,4'],
  ])('with %s and a header', (_name, text) => {
    expect(parseCsv(text)).toEqual({ inputs: [[1], [3]], targets: [[2], [4]], header: ['x', 'y'] });
  });

  it('without a header, with any number of targets', () => {
    const text = '1,-2.5,3e2\n.5,+4,\u22125';
    expect(parseCsv(text)).toEqual({
      inputs: [
        [1, -2.5],
        [0.5, 4],
      ],
      targets: [[300], [-5]],
    });
    expect(parseCsv(text, 2)).toEqual({
      inputs: [[1], [0.5]],
      targets: [
        [-2.5, 300],
        [4, -5],
      ],
    });
  });

  it('gives every number back to the last bit', () => {
    const value = fc.double({ min: -1e150, max: 1e150, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value, value), { minLength: 1, maxLength: 20 }), (rows) => {
        const { inputs, targets } = parseCsv(rows.map((row) => row.join(',')).join('\n'));
        const back = inputs.map((x, n) => [...x, ...(targets[n] ?? [])]);
        expect(back).toEqual(rows.map((row) => row.map((entry) => Number(String(entry)))));
      }),
    );
  });
});

describe('class labels', () => {
  it('two become 0 and 1', () => {
    expect(parseCsv('x,class\n1,no\n2,yes\n3,no')).toMatchObject({
      targets: [[0], [1], [0]],
      classes: ['no', 'yes'],
    });
  });

  it('three become one-hot', () => {
    expect(parseCsv('1,2,b\n3,4,a\n5,6,c')).toMatchObject({
      inputs: [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
      targets: [
        [0, 1, 0],
        [1, 0, 0],
        [0, 0, 1],
      ],
      classes: ['a', 'b', 'c'],
    });
  });

  it('need two to sixteen of them', () => {
    expect(() => parseCsv('1,a\n2,a')).toThrow('column 2 has 1 label: allowed 2 to 16');
    const many = Array.from({ length: 17 }, (_, n) => `${n},${String.fromCharCode(97 + n)}`).join('\n');
    expect(() => parseCsv(many)).toThrow('column 2 has 17 labels: allowed 2 to 16');
  });
});

describe('what is wrong is named by row and column', () => {
  it.each([
    ['x,y\n1,2\n3,abc', 'row 3, column "y" is "abc": a number is needed'],
    ['x,y\n1,2\n\nabc,4', 'row 4, column "x" is "abc": a number is needed'],
    ['1,2\n3,', 'row 2, column 2 is empty: a number is needed'],
    ['1,2\nNaN,3', 'row 2, column 1 is "NaN": a number is needed'],
    ['NaN,2\n1,3', 'row 1, column 1 is "NaN": a number is needed'],
    ['1,2\n3,1e308', 'row 2, column 2 is 1e308: allowed −1e+150 to 1e+150'],
    ['1,2\n3,-1e999', 'row 2, column 2 is -1e999: allowed'],
    ['1,2\n3,Infinity', 'row 2, column 2 is "Infinity": a number is needed'],
    ['1,2\n3,0x10', 'row 2, column 2 is "0x10": a number is needed'],
    ['1;2\n3;4,5', 'row 2, column 2 is "4,5": a number is needed'],
    ['x,y\n1,2\n1,2,3', 'row 3 has 3 cells, the first row has 2'],
    ['x,y\n1,2\n1', 'row 3 has 1 cell, the first row has 2'],
    ['', 'rows of data is 0: at least 1 is needed'],
    ['  \n\n', 'rows of data is 0: at least 1 is needed'],
    ['x,y\n', 'rows of data is 0: at least 1 is needed'],
    ['1\n2', 'table has 1 column: at least 2 are needed, inputs and then 1 target'],
    ['1,2\n'.repeat(2001), 'rows of data is 2001: allowed 1 to 2000'],
    [`${'1,'.repeat(17)}1`, 'input columns is 17: allowed 1 to 16'],
    ['x,y\n1,"2\n3,4', 'row 2 has a quote that is never closed'],
    [' '.repeat(2_000_001), 'table has 2000001 characters: allowed 2000000'],
  ])('%j', (text, message) => {
    expect(() => parseCsv(text)).toThrow(message);
  });

  it('too many targets for the columns', () => {
    expect(() => parseCsv('1,2', 2)).toThrow(
      'table has 2 columns: at least 3 are needed, inputs and then 2 targets',
    );
  });

  it('any text is data or a sentence', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'1,;\t\n"ax.-e ') }), (text) => {
        try {
          const { inputs, targets } = parseCsv(text);
          expect(inputs).toHaveLength(targets.length);
          expect([...inputs, ...targets].flat().every(Number.isFinite)).toBe(true);
        } catch (error) {
          expect((error as Error).message).toMatch(/^(row|rows|table|column|input) /);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
