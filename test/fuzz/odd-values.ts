// Values that somebody who means no good, or a broken program, would send where another one belongs.
import type { Random } from './random.ts';

const repeated = (part: string, length: number): string =>
  part.repeat(Math.ceil(length / part.length)).slice(0, length);

/** what long texts are made of: each has brought down a pattern or a parser somewhere */
const parts = [
  'a',
  'ab',
  '"',
  '\\"',
  '\\',
  ':',
  '：＊',
  ' ',
  '\t\u00a0',
  '0',
  '๐',
  '1-',
  '.',
  '@',
  'a@',
  'ก',
  'กำ',
  'ก่้๊๋',
  'a\u0301\u0323',
  '\u0e33\u0e49',
  '\u200b',
  '\u202e',
  '\ud83d\ude00',
  '=1+',
  '-',
  ',',
  '{',
  '[',
  '<b>',
  '%2e%2e%2f',
];

const texts = [
  '',
  ' ',
  '0',
  '-1',
  '1e309',
  'NaN',
  'null',
  'true',
  'none',
  'TH-50',
  'TH-99',
  '๒๕๖๙',
  '31/02/2569',
  '2026-02-30',
  '9999-12-31',
  '-000001-01-01',
  'เชียงใหม่',
  '=HYPERLINK("http://x.invalid")',
  "' OR 1=1 --",
  '"; DROP TABLE responses; --',
  '<img src=x onerror=alert(1)>',
  '../../../../etc/passwd',
  '..\\..\\secret',
  '{"$gt":""}',
  '$where',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff\ud800',
  '\ufeff',
  '\u202e\u2066',
  'ﷺ',
  'İ',
  'ẞ',
  '𝟙𝟚𝟛',
  '1234567890123',
  '0812345678',
  'a@b.invalid',
  '\r\nSet-Cookie: a=b',
  '{{7*7}}',
  'file:///etc/passwd',
  '00000000-0000-0000-0000-000000000000',
  'FFFFFFFF-FFFF-4FFF-8FFF-FFFFFFFFFFFF',
];

/** names that mean something to an object, to a database, or to a parser */
export const oddNames = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'toJSON',
  'hasOwnProperty',
  '$where',
  '$gt',
  '$ne',
  '_id',
  'status',
  'role',
  'scope',
  'by',
  'history',
  'version',
  'a.b',
  'a[b]',
  'length',
  '',
  '0',
  'จังหวัด',
  '\u0000',
];

export function oddText(random: Random, longest = 20_000): string {
  if (random.chance(0.7)) return random.pick(texts);
  const length = 2 ** random.whole(Math.log2(longest) + 1);
  return repeated(random.pick(parts), Math.min(longest, length + random.whole(3)));
}

const numbers = [
  0,
  -0,
  -1,
  0.1,
  1e21,
  1e308,
  -1e308,
  2 ** 31,
  2 ** 32,
  2 ** 53,
  2 ** 53 + 2,
  5e-324,
  1.5,
  6,
  99,
];

/** Anything that JSON can say. */
export function oddValue(random: Random, depth = 0): unknown {
  switch (random.whole(depth > 3 ? 5 : 9)) {
    case 0:
      return null;
    case 1:
      return random.chance(0.5);
    case 2:
      return random.pick(numbers);
    case 3:
    case 4:
      return oddText(random);
    case 5:
      return { [random.pick(['$gt', '$ne', '$in', '$where', '$regex'])]: oddText(random, 100) };
    case 6:
      return Array.from({ length: random.whole(5) }, () => oddValue(random, depth + 1));
    case 7:
      return withNames(random, depth);
    default:
      return deep(random.pick([3, 50, 99, 101, 5000]), random.chance(0.5));
  }
}

function withNames(random: Random, depth: number): unknown {
  const made: Record<string, unknown> = {};
  for (let n = random.whole(4); n >= 0; n--)
    set(made, random.pick(oddNames), oddValue(random, depth + 1));
  return made;
}

/** Also `__proto__` becomes a name of the object itself, as JSON.parse makes it. */
export function set(target: object, name: string, value: unknown): void {
  if (Array.isArray(target) && name === 'length') return; // a list's own, which JSON cannot say
  Object.defineProperty(target, name, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

/** Stands for nesting that JSON.stringify itself could not write; `written` puts it in. */
export const deepMark = '\u0001deep:';

function deep(levels: number, lists: boolean): string {
  return `${deepMark}${levels}:${lists ? 'lists' : 'objects'}`;
}

/** JSON with the deep nesting written out. */
export function written(value: unknown): string {
  const text = JSON.stringify(value) ?? 'null';
  return text.replaceAll(/"\\u0001deep:(\d+):(lists|objects)"/g, (_, levels, kind) => {
    const n = Number(levels);
    return kind === 'lists'
      ? '['.repeat(n) + ']'.repeat(n)
      : `${'{"a":'.repeat(n)}1${'}'.repeat(n)}`;
  });
}
