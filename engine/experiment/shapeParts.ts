import * as v from 'valibot';
import { LIMITS } from './limits.ts';
import { show } from './show.ts';

/** Control, surrogate, line-separating and direction-changing characters: they would garble what is shown. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;

const inRange = (value: unknown, low: number, high: number): value is number =>
  typeof value === 'number' && value >= low && value <= high;

/** A whole number from `low` to `high`. */
export const whole = (low: number, high: number) =>
  v.custom<number>(
    (value) => inRange(value, low, high) && Number.isInteger(value),
    `allowed ${low} to ${high}`,
  );

/** A finite number from `low` to `high`. */
export const real = (low: number, high: number) =>
  v.custom<number>((value) => inRange(value, low, high), `allowed ${low} to ${high}`);

/** A number above 0, up to `high`. */
export const positive = (high: number) =>
  v.custom<number>((value) => inRange(value, Number.MIN_VALUE, high), `allowed above 0, up to ${high}`);

/** Any entry of data or weights. */
export const entry = real(-LIMITS.magnitude, LIMITS.magnitude);

/** Any number at all but NaN and the infinities. */
export const finite = v.custom<number>((value) => Number.isFinite(value), 'a finite number is needed');

/** A text without characters that would garble what is shown. */
export const text = (shortest: number, longest: number) =>
  v.pipe(
    v.custom<string>(
      (value) => typeof value === 'string' && value.length >= shortest && value.length <= longest,
      `allowed ${shortest} to ${longest} characters`,
    ),
    v.check((value) => !UNPRINTABLE.test(value), 'allowed printable characters only'),
  );

/** Characters that a text of several lines may hold, though a single line may not. */
const LINE_ENDS_AND_TABS = /[\n\t]/g;

/** A text of several lines: line ends and tabs, and else what `text` allows. */
export const longText = (longest: number) =>
  v.pipe(
    v.custom<string>((value) => typeof value === 'string', 'a text is needed'),
    v.maxLength(longest, `allowed 0 to ${longest}`),
    v.check(
      (value) => !UNPRINTABLE.test(value.replace(LINE_ENDS_AND_TABS, '')),
      'allowed printable characters, line ends and tabs',
    ),
  );

/** One name of a closed list; `noun` says what the list holds. */
export const oneOf = <const T extends readonly string[]>(noun: string, names: T) => v.picklist(names, noun);

/** A list whose length is checked before anything in it is looked at. */
export const listOf = <T extends v.GenericSchema>(item: T, shortest: number, longest: number) =>
  v.pipe(
    v.custom<readonly unknown[]>(Array.isArray, 'a list is needed'),
    v.check(
      (list) => list.length >= shortest && list.length <= longest,
      shortest === longest ? `allowed ${longest}` : `allowed ${shortest} to ${longest}`,
    ),
    v.array(item),
  );

/** `network.layers[1].units` from valibot's path, which begins at `place`. */
function fieldOf(issue: v.BaseIssue<unknown>, place: string): string {
  const keys = issue.path?.map(({ key }) => key) ?? [];
  return keys.reduce<string>((field, key) => {
    if (typeof key === 'number') return `${field}[${key}]`;
    return field === '' ? show(key) : `${field}.${show(key)}`;
  }, place);
}

/** One sentence from the first issue of what stands at `place`: field, value, and what is allowed. */
export function sentence(issue: v.BaseIssue<unknown>, place = ''): string {
  const field = fieldOf(issue, place);
  const { input, message } = issue;
  if (issue.type === 'strict_object' && issue.path?.at(-1)?.origin === 'key')
    return issue.expected === 'never' ? `unknown field: ${field}` : `missing field: ${field}`;
  if (issue.type === 'picklist' && typeof input === 'string') return `unknown ${message}: ${show(input)}`;
  if (issue.type === 'variant' && issue.expected !== 'Object')
    return input === undefined ? `missing field: ${field}` : `unknown ${message}: ${show(input)}`;
  const named = field === '' ? 'document' : field;
  if (issue.type === 'picklist') return `${named} is ${show(input)}: a name is needed`;
  if (issue.type === 'strict_object' || issue.type === 'variant')
    return `${named} is ${show(input)}: an object is needed`;
  if (Array.isArray(input) && issue.type === 'check')
    return `${named} has ${input.length} entries: ${message}`;
  if (typeof input === 'string' && issue.type === 'max_length')
    return `${named} has ${input.length} characters: ${message}`;
  return `${named} is ${show(input)}: ${message}`;
}
