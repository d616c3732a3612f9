// Answers that are chosen: one of several, several, yes or no.

import { allNames } from '../../text/names.ts';
import { isNoAnswer } from '../../text/no-answer.ts';
import { toWesternDigits } from '../../text/thai.ts';
import { asIs, type Check, report, safeOf, shown, tidyCell } from '../check.ts';
import type { Option, Question } from '../definition.ts';
import type { Raw } from '../response.ts';
import type { At, ReadKind } from './kind.ts';

const fold = (text: string): string =>
  toWesternDigits(text)
    .toLowerCase()
    .replace(/[\s.\-_:()"'“”]/g, '');

const tables = new WeakMap<readonly Option[], ReadonlyMap<string, Option>>();

/** By its key or one of its names; keys are asked first. */
function findOption(text: string, { options = [] }: Question): Option | undefined {
  let table = tables.get(options);
  if (!table) {
    const names = [
      ...options.flatMap((option) =>
        allNames(option)
          .toReversed()
          .map((name) => [name, option] as const),
      ),
      ...options.map((option) => [option.key, option] as const),
    ];
    table = new Map(names.map(([name, option]) => [fold(name), option]));
    tables.set(options, table);
  }
  return options.find(({ key }) => key === text) ?? table.get(fold(text));
}

export const readOne: ReadKind<string> = (check, given, { pointer, question }) => {
  const cell = tidyCell(check, given, pointer);
  const option = cell.text && question ? findOption(cell.text, question) : undefined;
  if (option) return { value: option.key, safe: asIs(cell) };
  if (cell.wrong || isNoAnswer(cell.text)) return { value: null, safe: asIs(cell) };
  report(check, 'not-an-option', pointer, { value: shown(cell.text) });
  return { value: null, safe: safeOf(cell) };
};

const mostGiven = 100;
const longestGiven = 10_000;
const mostToldOf = 5;

/** A list, or one text as files have it: names or keys between `;`, `,`, `|` or on lines. Stored in the options' order. */
export const readMany: ReadKind<readonly string[], Raw | readonly Raw[]> = (check, given, at) => {
  const { pointer, question } = at;
  const list = Array.isArray(given);
  const cells = (list ? given.slice(0, mostGiven) : [given]).map((one, index) =>
    tidyCell(check, one, list ? `${pointer}/${index}` : pointer, true),
  );
  if (list && given.length > mostGiven) report(check, 'wrong-type', pointer, { most: mostGiven });
  const parts = question ? cells.flatMap(({ text }) => partsOf(text, question)) : [];
  const chosen = new Set(parts.map((part) => question && findOption(part, question)?.key));
  const unknown = parts.filter((part) => question && !findOption(part, question));
  for (const part of unknown.slice(0, mostToldOf))
    report(check, 'not-an-option', pointer, { value: shown(part) });
  const keys = (question?.options ?? []).map(({ key }) => key).filter((key) => chosen.has(key));
  const safe = cells.map(safeOf);
  return { value: keys.length > 0 ? keys : null, safe: list ? safe : safe[0] };
};

/** An option's own name may hold a comma: the longest run of pieces that is an option counts as one. */
function partsOf(text: string, question: Question): readonly string[] {
  if (isNoAnswer(text)) return [];
  if (text.length > longestGiven) return [text];
  return text
    .split(/[;|\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap((part) => (findOption(part, question) ? [part] : runsOf(part.split(','), question)));
}

function runsOf(pieces: readonly string[], question: Question): readonly string[] {
  const names = (question.options ?? []).flatMap(allNames);
  const longest = Math.max(0, ...names.map((name) => name.split(',').length));
  const runs: string[] = [];
  for (let from = 0; from < pieces.length; ) {
    let to = Math.min(pieces.length, from + longest);
    while (to > from + 1 && !findOption(pieces.slice(from, to).join(','), question)) to--;
    to = Math.max(to, from + 1);
    const run = pieces.slice(from, to).join(',').trim();
    if (run !== '') runs.push(run);
    from = to;
  }
  return runs;
}

const yes = new Set('yes y true 1 ใช่ มี ได้ เคย ✓ ✔'.split(' '));
const no = new Set('no n false 0 ไม่ ไม่ใช่ ไม่มี ไม่ได้ ไม่เคย ✗ ✘'.split(' '));

/** ไม่มี says no here, and not that there is no answer. */
export const readYesNo: ReadKind<boolean, Raw | boolean> = (check, given, at) => {
  if (typeof given === 'boolean') return { value: given, safe: given };
  const cell = tidyCell(check, given, at.pointer);
  const word = fold(cell.text);
  if (yes.has(word) || no.has(word)) return { value: yes.has(word), safe: asIs(cell) };
  return notYesNo(check, cell, at);
};

function notYesNo(check: Check, cell: ReturnType<typeof tidyCell>, { pointer }: At) {
  if (cell.wrong || isNoAnswer(cell.text)) return { value: null, safe: asIs(cell) };
  report(check, 'not-an-option', pointer, { value: shown(cell.text) });
  return { value: null, safe: safeOf(cell) };
}
