import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { relativeError } from './compare.ts';
import { quantities } from './quantities.ts';
import { readCase, type ReferenceCase, Unsupported } from './readCase.ts';

/** Largest error that passes, relative to the largest expected entry. */
const TOLERANCE = 1e-10;

export type Verdict = 'ok' | 'FAIL' | 'unsupported';

export interface Line {
  readonly verdict: Verdict;
  readonly text: string;
}

const failure = (subject: string, problem: unknown): Line => ({
  verdict: 'FAIL',
  text: `FAIL ${subject} ${problem instanceof Error ? problem.message : String(problem)}`,
});

function compareQuantity(
  subject: string,
  compute: () => ArrayLike<number>,
  expected: readonly number[],
): Line {
  try {
    const error = relativeError(compute(), expected);
    const verdict = error <= TOLERANCE ? 'ok' : 'FAIL';
    return { verdict, text: `${verdict.padEnd(4)} ${subject} ${error.toExponential(1)}` };
  } catch (problem) {
    return failure(subject, problem);
  }
}

function compareCase(name: string, reference: ReferenceCase): readonly Line[] {
  const known = new Set(Object.values(quantities).map(({ expected }) => expected));
  const lines = Object.entries(quantities).flatMap(([quantity, { expected: field, compute, exists }]) => {
    const expected = reference.expected.get(field);
    return expected === undefined || exists?.(reference) === false
      ? []
      : [compareQuantity(`${name} ${quantity}`, () => compute(reference), expected)];
  });
  const unsupported = [...reference.expected.keys()]
    .filter((field) => !known.has(field))
    .map((field): Line => ({ verdict: 'unsupported', text: `unsupported: ${name}: quantity ${field}` }));
  return lines.length > 0 ? [...lines, ...unsupported] : [failure(name, 'expects no quantity')];
}

function checkCase(name: string, text: string): readonly Line[] {
  try {
    return compareCase(name, readCase(text));
  } catch (problem) {
    return problem instanceof Unsupported
      ? [{ verdict: 'unsupported', text: `unsupported: ${name}: ${problem.message}` }]
      : [failure(name, problem)];
  }
}

/**
 * Compares every *.json case of a folder with the engine, one line per case and quantity.
 * @throws `no such folder: cases`, `folder holds no *.json case: cases`
 */
export function* checkFolder(folder: string): Generator<Line> {
  const files = listCases(folder);
  if (files.length === 0) throw new Error(`folder holds no *.json case: ${folder}`);
  for (const file of files)
    yield* checkCase(file.replace(/\.json$/, ''), readFileSync(join(folder, file), 'utf8'));
}

function listCases(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .sort();
  } catch {
    throw new Error(`no such folder: ${folder}`);
  }
}
